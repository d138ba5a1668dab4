import { Check, Copy, ExternalLink, FolderOpen, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ExportSummary } from '../../electron/shared/contract/exports.ts'
import { describeExport } from '../../electron/shared/describe-export.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import type { Result } from '../../electron/shared/result.ts'
import { Button } from '../components/button.tsx'
import { TextArea } from '../components/text-field.tsx'
import { useApp } from '../state/app-state.ts'
import { copyToClipboard } from './copy-to-clipboard.ts'
import '../components/field.css'
import '../components/outcome.css'
import '../components/folder.css'

interface Props {
  summary: ExportSummary
  /** Whether it is on the clipboard already. */
  isCopied: boolean
  /** Shows what was written in the system's file manager. */
  onShow: () => Promise<Result<unknown>>
  /** Opens what was written in the program that the system has for it. */
  onOpen: () => Promise<Result<unknown>>
}

/** What was written, read back and compared. Takes the focus, so that screen readers read it. */
export function ExportSummaryView({ summary, isCopied, onShow, onOpen }: Props) {
  const { clipboard, differences, files, missing, notes = [], path } = summary
  const heading = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const isAllThere = differences.length === 0 && missing.length === 0
  return (
    <div className="outcome">
      <div className="outcome-head" ref={heading} tabIndex={-1}>
        {isAllThere ? (
          <Check aria-hidden className="outcome-good" />
        ) : (
          <TriangleAlert aria-hidden className="outcome-attention" />
        )}
        <p>{describeExport(summary)}</p>
      </div>
      {differences.length > 0 && (
        <ul className="outcome-list" aria-label={t('export.differences')}>
          {differences.map(render).map((difference) => (
            <li key={difference}>{difference}</li>
          ))}
        </ul>
      )}
      {notes.map(render).map((note) => (
        <p key={note}>{note}</p>
      ))}
      {path !== null && (
        <>
          <div className="field">
            <span className="field-label">{t('export.path', { count: files.length })}</span>
            <p className="folder-path" data-verbatim>
              {path}
            </p>
          </div>
          <PathActions {...{ path, onShow, onOpen }} />
        </>
      )}
      {clipboard !== null && !isCopied && <ForClipboard clipboard={clipboard} />}
    </div>
  )
}

interface PathProps extends Pick<Props, 'onShow' | 'onOpen'> {
  path: string
}

async function attempt(action: () => Promise<Result<unknown>>): Promise<void> {
  const answer = await action()
  if (!answer.ok) useApp.getState().showFailure(answer.error)
}

function PathActions({ path, onShow, onOpen }: PathProps) {
  const canShow = useApp((state) => state.start.shell === 'desktop')
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(path)
      setCopied(true)
    } catch {
      useApp.getState().notify(t('export.path-copy-failed'))
    }
  }
  return (
    <div className="outcome-actions">
      {canShow && (
        <>
          <Button icon={<ExternalLink aria-hidden />} onPress={() => void attempt(onOpen)}>
            {t('export.open')}
          </Button>
          <Button icon={<FolderOpen aria-hidden />} onPress={() => void attempt(onShow)}>
            {t('action.show-in-folder')}
          </Button>
        </>
      )}
      <Button icon={copied ? <Check aria-hidden /> : <Copy aria-hidden />} onPress={() => void copy()}>
        {t(copied ? 'export.clipboard.copied' : 'export.path-copy')}
      </Button>
    </div>
  )
}

/** Offers the export for copying by hand, after the system refused to let it be copied automatically. */
function ForClipboard({ clipboard }: { clipboard: NonNullable<ExportSummary['clipboard']> }) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    if (await copyToClipboard(clipboard)) setCopied(true)
    else useApp.getState().notify(t('export.clipboard.failed'))
  }
  return (
    <>
      <TextArea label={t('export.clipboard.text')} value={clipboard.text} rows={8} isReadOnly />
      <div className="outcome-actions">
        <Button icon={isCopied ? <Check aria-hidden /> : <Copy aria-hidden />} onPress={() => void copy()}>
          {isCopied ? t('export.clipboard.copied') : t('export.clipboard.copy')}
        </Button>
      </div>
    </>
  )
}
