import { useEffect, useState } from 'react'
import { render, rich, t } from '../../electron/shared/messages/translate.ts'
import type { Output } from '../../electron/shared/contract/index.ts'
import { fail, type Failure } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { useApp } from '../state/app-state.ts'
import '../components/bar.css'
import './help.css'

type Report = Output<'diagnostics.report'>

const showAddress = (url: string) => (
  <span key="address" className="help-address">
    {url}
  </span>
)

/** Shows everything that a problem report contains, before anybody else sees it. */
export function ReportDialog() {
  const { closeDialog, showFailure, notify, start } = useApp()
  const [report, setReport] = useState<Report | null>(null)
  const [problem, setProblem] = useState<Failure | null>(null)

  useEffect(() => {
    let isHere = true
    const read = async () => {
      const answer = await bridge.call('diagnostics.report', {})
      if (!isHere) return
      if (answer.ok) setReport(answer.value)
      else setProblem(answer.error)
    }
    void read()
    return () => {
      isHere = false
    }
  }, [])

  const save = async () => {
    const answer = await bridge.call('diagnostics.save', {})
    if (!answer.ok) showFailure(answer.error)
    else if (answer.value.path !== null) notify(t('help.report-saved', { path: answer.value.path }))
  }

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(report?.text ?? '')
      notify(t('help.report-copied'))
    } catch {
      showFailure(fail('report.not-copied').error)
    }
  }

  const address = report?.address ?? null

  const openIssues = async (url: string) => {
    const answer = await bridge.call('links.open', { url })
    if (!answer.ok) showFailure(answer.error)
  }

  return (
    <Dialog
      title={t('help.report-title')}
      size="large"
      onClose={closeDialog}
      footer={
        <>
          {start.shell === 'desktop' && address !== null && (
            <Button kind="plain" onPress={() => void openIssues(address)}>
              {t('help.report-open')}
            </Button>
          )}
          <span className="bar-space" />
          {report?.canSave === true && <Button onPress={() => void save()}>{t('help.report-save')}</Button>}
          <Button kind="primary" isDisabled={report === null} onPress={() => void copy()}>
            {t('help.report-copy')}
          </Button>
        </>
      }
    >
      <p>
        {address === null
          ? t('help.report-explanation')
          : rich('help.report-explanation-at', {
              url: address,
              address: showAddress,
            })}
      </p>
      {problem !== null && <p role="alert">{render(problem)}</p>}
      {report !== null && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling area has to be reachable by keyboard
        <section className="help-text" aria-label={t('help.report-whole')} tabIndex={0}>
          <pre data-verbatim>{report.text}</pre>
        </section>
      )}
    </Dialog>
  )
}
