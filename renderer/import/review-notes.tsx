import { ChevronRight, FolderOpen, ImageOff } from 'lucide-react'
import { Button as AriaButton, Disclosure, DisclosurePanel, FileTrigger, Heading } from 'react-aria-components'
import type { ImportDraft } from '../../electron/shared/import-draft.ts'
import { listOf, render, t } from '../../electron/shared/messages/translate.ts'
import { Button } from '../components/button.tsx'
import { type ChosenFile, fromInput } from './upload.ts'
import '../library/new-trip-dialog.css'
import './review.css'

/** Maximum number of missing pictures that are named. */
const MAX_NAMED = 20

interface Props {
  draft: ImportDraft
  /** The folder that was chosen had none of the missing pictures. */
  foundNone: boolean
  onFolder: (files: readonly ChosenFile[]) => void
}

/** What will not be imported unchanged: missing pictures as one line, and the other remarks behind another. */
export function ReviewNotes({ draft: { missing, remarks }, foundNone, onFolder }: Props) {
  if (missing.length === 0 && remarks.length === 0) return null
  const names =
    missing.length === 0
      ? []
      : [t('import.review.missing-names', { names: listOf(missing.slice(0, MAX_NAMED), 'unit') })]
  const sentences = [...names, ...new Set(remarks.map(render))]
  return (
    <div className="review-notes">
      {missing.length > 0 && (
        <div className="review-missing">
          <ImageOff aria-hidden />
          <p>
            {t('import.review.missing', { count: missing.length })}
            {foundNone && ` ${t('import.review.found-none')}`}
          </p>
          <FileTrigger acceptDirectory onSelect={(list) => list && onFolder(fromInput(list))}>
            <Button kind="plain" icon={<FolderOpen aria-hidden />}>
              {t('import.review.choose-pictures')}
            </Button>
          </FileTrigger>
        </div>
      )}
      {sentences.length > 0 && (
        <Disclosure className="fold">
          <Heading level={3}>
            <AriaButton slot="trigger" className="fold-button">
              <ChevronRight aria-hidden className="fold-sign" />
              {t('import.review.remarks', { count: sentences.length })}
            </AriaButton>
          </Heading>
          <DisclosurePanel className="fold-panel">
            <ul className="review-remarks" aria-label={t('import.remarks')}>
              {sentences.map((remark) => (
                <li key={remark}>{remark}</li>
              ))}
            </ul>
          </DisclosurePanel>
        </Disclosure>
      )}
    </div>
  )
}
