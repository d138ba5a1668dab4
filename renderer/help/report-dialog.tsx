import { useEffect, useState } from 'react'
import type { Output } from '../../electron/shared/contract/index.ts'
import type { Failure } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { useApp } from '../state/app-state.ts'
import '../components/bar.css'
import './help.css'

type Report = Output<'diagnostics.report'>

/** Shows all that a report about a problem says, before anybody else sees it. */
export function ReportDialog() {
  const { closeDialog, complain, say, start } = useApp()
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
    if (!answer.ok) complain(answer.error)
    else if (answer.value.path !== null) say(`The report is saved as ${answer.value.path}.`)
  }

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(report?.text ?? '')
      say('The report is copied.')
    } catch {
      complain({
        code: 'shell.unavailable',
        message: 'The report could not be copied. Select it and copy it from there.',
      })
    }
  }

  const address = report?.address ?? null

  const openIssues = async (url: string) => {
    const answer = await bridge.call('links.open', { url })
    if (!answer.ok) complain(answer.error)
  }

  return (
    <Dialog
      title="Report a problem"
      size="large"
      onClose={closeDialog}
      footer={
        <>
          {start.shell === 'desktop' && address !== null && (
            <Button kind="plain" onPress={() => void openIssues(address)}>
              Open the issue page…
            </Button>
          )}
          <span className="bar-space" />
          {report?.canSave === true && <Button onPress={() => void save()}>Save as…</Button>}
          <Button kind="primary" isDisabled={report === null} onPress={() => void copy()}>
            Copy
          </Button>
        </>
      }
    >
      <p>
        This is the whole report. It says how Lanyard and this computer are doing, and holds none of your titles, texts,
        names or folders. Nothing of it is sent: read it, copy or save it, and add it when you report the problem
        {address !== null && (
          <>
            {' '}
            at <span className="help-address">{address}</span>
          </>
        )}
        .
      </p>
      {problem !== null && <p role="alert">{problem.message}</p>}
      {report !== null && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached
        <section className="help-text" aria-label="The whole report" tabIndex={0}>
          <pre>{report.text}</pre>
        </section>
      )}
    </Dialog>
  )
}
