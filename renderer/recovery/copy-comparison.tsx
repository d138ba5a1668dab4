import { useCallback } from 'react'
import { formatConflict } from '../../electron/shared/format-conflict.ts'
import type { CopyComparison, Difference } from '../../electron/shared/history.ts'
import { formatInstant } from '../../electron/shared/messages/format.ts'
import { listOf, render, t } from '../../electron/shared/messages/translate.ts'
import { now } from '../../electron/shared/time.ts'
import { bridge } from '../bridge/bridge.ts'
import { Differences } from '../history/differences.tsx'
import { formatChanges } from '../history/format-changes.ts'
import { useAnswer } from '../bridge/use-answer.ts'
import './copies-dialog.css'

interface SideProps {
  title: string
  differences: readonly Difference[]
  /** Shown if there are no differences. */
  none: string
}

/** What one side has changed: a line for each kind of change, and the details on demand. */
function Side({ title, differences, none }: SideProps) {
  return (
    <section aria-label={title}>
      <h3 className="copy-side-title">{title}</h3>
      {differences.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <>
          <ul>
            {formatChanges(differences).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <details className="copy-words">
            <summary>{t('copies.word-by-word')}</summary>
            <Differences differences={differences} />
          </details>
        </>
      )}
    </section>
  )
}

function formatBoth({ both }: CopyComparison): string {
  const names = both.map(formatConflict)
  if (names.length === 0) return t('copies.no-conflict')
  const shown = names.length > 4 ? [...names.slice(0, 3), t('count.more', { count: names.length - 3 })] : names
  return t('copies.conflicts', { names: listOf(shown) })
}

interface CopyComparisonProps {
  tripId: string
  name: string
  timeZone: string
}

/** What each computer has changed in a trip since both were identical. */
export function CopyComparisonView({ tripId, name, timeZone }: CopyComparisonProps) {
  const ask = useCallback(() => bridge.call('conflicts.compare', { tripId, name }), [tripId, name])
  const { value, problem } = useAnswer(ask)
  if (problem) return <p className="quiet">{render(problem)}</p>
  if (value === null) return null
  const { since, here, there } = value
  return (
    <div className="copy-comparison">
      {since === null ? (
        <Side title={t('copies.differs')} differences={there} none={t('copies.same')} />
      ) : (
        <>
          <p className="quiet">{t('copies.common-ancestor', { when: formatInstant(since, timeZone, now()) })}</p>
          <Side title={t('copies.changed-here')} differences={here} none={t('copies.unchanged')} />
          <Side title={t('copies.changed-there')} differences={there} none={t('copies.unchanged')} />
        </>
      )}
      <p>{formatBoth(value)}</p>
    </div>
  )
}
