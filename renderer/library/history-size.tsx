import { useCallback } from 'react'
import { bridge } from '../bridge/bridge.ts'
import { useAnswer } from '../bridge/use-answer.ts'
import { sayBytes } from '../format/bytes.ts'
import '../components/field.css'
import './settings-dialog.css'

function sayHistory(bytes: number): string {
  return bytes === 0 ? 'None are kept yet.' : `${sayBytes(bytes)}, in the library's folder “.history”.`
}

/** What the earlier versions of all trips take on the disk, and which of them stay. */
export function HistorySize() {
  const ask = useCallback(() => bridge.call('history.usage', {}), [])
  const { value, problem } = useAnswer(ask)
  return (
    <div className="field">
      <span className="field-label">Earlier versions</span>
      <p className="settings-value">{problem ? problem.message : value && sayHistory(value.bytes)}</p>
      <span className="field-description">
        While you write, one is kept every five minutes; after a day one of each day, after a month one of each month. A
        trip's versions take 256 MB at most.
      </span>
    </div>
  )
}
