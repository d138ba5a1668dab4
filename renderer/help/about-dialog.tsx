import { useCallback, useState } from 'react'
import { render, t } from '../../electron/shared/messages/translate.ts'
import type { Failure } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { useAnswer } from '../bridge/use-answer.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { useApp } from '../state/app-state.ts'
import '../components/bar.css'
import './help.css'

/** The version, the purpose and the licences of Lanyard. */
export function AboutDialog() {
  const { closeDialog, openDialog, start } = useApp()
  const ask = useCallback(() => bridge.call('app.about', {}), [])
  const about = useAnswer(ask)
  const [notices, setNotices] = useState<string | null>(null)
  const [noticesProblem, setNoticesProblem] = useState<Failure | null>(null)
  const problem = noticesProblem ?? about.problem

  const readNotices = async () => {
    const answer = await bridge.call('app.notices', {})
    if (answer.ok) setNotices(answer.value.text ?? t('help.no-licences'))
    else setNoticesProblem(answer.error)
  }

  if (notices !== null) {
    return (
      <Dialog title={t('help.licences')} size="large" onClose={closeDialog} isText>
        <pre className="help-notices" data-verbatim>
          {notices}
        </pre>
      </Dialog>
    )
  }
  return (
    <Dialog
      title={t('help.about-title', { version: start.version })}
      size="small"
      onClose={closeDialog}
      closesOutside
      footer={
        <>
          <Button kind="plain" onPress={() => openDialog('report-problem')}>
            {t('help.report-problem')}
          </Button>
          <span className="bar-space" />
          {about.value?.hasNotices === true && <Button onPress={() => void readNotices()}>{t('help.licences')}</Button>}
        </>
      }
    >
      <p>{t('help.about')}</p>
      {problem !== null && <p role="alert">{render(problem)}</p>}
      <dl className="help-versions" data-verbatim>
        {/* Lanyard's own version is in the title. */}
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
