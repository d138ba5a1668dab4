import { useCallback } from 'react'
import { formatSize } from '../../electron/shared/messages/format.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import { bridge } from '../bridge/bridge.ts'
import { useAnswer } from '../bridge/use-answer.ts'
import '../components/field.css'
import './settings-dialog.css'

function formatUsage(bytes: number): string {
  return bytes === 0 ? t('settings.history-none') : t('settings.history-size', { size: formatSize(bytes) })
}

/** The disk space that the earlier versions of all trips take, and which of them are kept. */
export function HistorySize() {
  const ask = useCallback(() => bridge.call('history.usage', {}), [])
  const { value, problem } = useAnswer(ask)
  return (
    <div className="field">
      <span className="field-label">{t('settings.history')}</span>
      <p className="settings-value">{problem ? render(problem) : value && formatUsage(value.bytes)}</p>
      <span className="field-description">{t('settings.history-note')}</span>
    </div>
  )
}
