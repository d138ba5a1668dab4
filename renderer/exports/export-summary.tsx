import { Check, Copy, FolderOpen, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ExportSummary } from '../../electron/shared/contract/exports.ts'
import { describeExport } from '../../electron/shared/describe-export.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import type { Result } from '../../electron/shared/result.ts'
import { Button } from '../components/button.tsx'
import { TextArea } from '../components/text-field.tsx'
import { useApp } from '../state/app-state.ts'
import '../components/field.css'
import '../components/outcome.css'
import '../components/folder.css'

interface Props {
  summary: ExportSummary
  /** Shows what was written in the system's file manager. */
  onShow: () => Promise<Result<unknown>>
}

/** What was written, read back and compared. Takes the focus, so that screen readers read it. */
export function ExportSummaryView({ summary, onShow }: Props) {
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
          <PathActions path={path} onShow={onShow} />
        </>
      )}
      {clipboard !== null && <ForClipboard {...clipboard} />}
    </div>
  )
}

function PathActions({ path, onShow }: { path: string; onShow: Props['onShow'] }) {
  const canShow = useApp((state) => state.start.shell === 'desktop')
  const [copied, setCopied] = useState(false)
  const show = async () => {
    const answer = await onShow()
    if (!answer.ok) useApp.getState().showFailure(answer.error)
  }
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
        <Button icon={<FolderOpen aria-hidden />} onPress={() => void show()}>
          {t('action.show-in-folder')}
        </Button>
      )}
      <Button icon={copied ? <Check aria-hidden /> : <Copy aria-hidden />} onPress={() => void copy()}>
        {t(copied ? 'export.clipboard.copied' : 'export.path-copy')}
      </Button>
    </div>
  )
}

/** For the clipboard: programs that accept markup use the page, and all others the text. */
function ForClipboard({ text, html }: NonNullable<ExportSummary['clipboard']>) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    const kinds = { 'text/plain': new Blob([text], { type: 'text/plain' }) }
    const item = html === null ? kinds : { ...kinds, 'text/html': new Blob([html], { type: 'text/html' }) }
    try {
      await navigator.clipboard.write([new ClipboardItem(item)])
      setCopied(true)
    } catch {
      useApp.getState().notify(t('export.clipboard.failed'))
    }
  }
  return (
    <>
      <TextArea label={t('export.clipboard.text')} value={text} rows={8} isReadOnly />
      <div className="outcome-actions">
        <Button icon={isCopied ? <Check aria-hidden /> : <Copy aria-hidden />} onPress={() => void copy()}>
          {isCopied ? t('export.clipboard.copied') : t('export.clipboard.copy')}
        </Button>
      </div>
    </>
  )
}
