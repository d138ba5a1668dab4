import { ChevronUp } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Composition } from '../../electron/shared/contract/report.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import type { Remark } from '../../electron/shared/post.ts'
import { subjectOf } from '../../electron/shared/report/post-places.ts'
import { openInJournal } from './outline-edits.ts'
import './report-screen.css'

/** The length of the post, and what to check before publishing it. */
export function ReportFoot({ composition }: { composition: Composition | null }) {
  const [isOpen, setOpen] = useState(false)
  const listId = useId()
  if (!composition) return <div className="report-foot" />
  const { remarks, words } = composition
  const shown = isOpen && remarks.length > 0
  return (
    <div className="report-foot">
      {shown && (
        <ul id={listId} className="report-remarks" aria-label={t('report.remarks')}>
          {remarks.map(({ message, at }, index) => (
            // Remarks have no identity and are all replaced together.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <RemarkLine message={message} at={at} />
            </li>
          ))}
        </ul>
      )}
      <div className="report-foot-line">
        <span>{t('count.words', { count: words })}</span>
        {remarks.length > 0 && (
          <Button
            className="report-foot-button"
            aria-expanded={shown}
            aria-controls={shown ? listId : undefined}
            onPress={() => setOpen(!isOpen)}
          >
            {t('report.remark-count', { count: remarks.length })}
            <ChevronUp aria-hidden />
          </Button>
        )}
      </div>
    </div>
  )
}

function RemarkLine({ message, at }: Remark) {
  const entryId = subjectOf(at, 'entry')
  if (entryId === null) return <p>{render(message)}</p>
  return (
    <Button className="report-remark" onPress={() => openInJournal(entryId)}>
      {render(message)}
    </Button>
  )
}
