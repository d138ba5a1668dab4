import { useCallback, useState } from 'react'
import type { Failure } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { useAnswer } from '../bridge/use-answer.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { useApp } from '../state/app-state.ts'
import '../components/bar.css'
import './help.css'

/** What this program is, what it is made of, and under which terms. */
export function AboutDialog() {
  const { closeDialog, openDialog, start } = useApp()
  const ask = useCallback(() => bridge.call('app.about', {}), [])
  const about = useAnswer(ask)
  const [notices, setNotices] = useState<string | null>(null)
  const [noticesProblem, setNoticesProblem] = useState<Failure | null>(null)
  const problem = noticesProblem ?? about.problem

  const readNotices = async () => {
    const answer = await bridge.call('app.notices', {})
    if (answer.ok) setNotices(answer.value.text ?? 'This build brings no licences along.')
    else setNoticesProblem(answer.error)
  }

  if (notices !== null) {
    return (
      <Dialog title="Licences" size="large" onClose={closeDialog} isText>
        <pre className="help-notices">{notices}</pre>
      </Dialog>
    )
  }
  return (
    <Dialog
      title={`Lanyard ${start.version}`}
      size="small"
      onClose={closeDialog}
      closesOutside
      footer={
        <>
          <Button kind="plain" onPress={() => openDialog('report-problem')}>
            Report a problem…
          </Button>
          <span className="bar-space" />
          {about.value?.hasNotices === true && <Button onPress={() => void readNotices()}>Licences</Button>}
        </>
      }
    >
      <p>A journal for people who go to conferences. It is free software under the MIT licence.</p>
      {problem !== null && <p role="alert">{problem.message}</p>}
      <dl className="help-versions">
        {/* Lanyard's own is the title. */}
        {Object.entries(about.value?.versions ?? {})
          .filter(([name]) => name !== 'Lanyard')
          .map(([name, version]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{version}</dd>
            </div>
          ))}
      </dl>
    </Dialog>
  )
}
