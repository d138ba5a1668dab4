import { useCallback } from 'react'
import type { CopyComparison, Difference } from '../../electron/shared/history.ts'
import { now } from '../../electron/shared/time.ts'
import { bridge } from '../bridge/bridge.ts'
import { Differences } from '../history/differences.tsx'
import { NAMELESS, sayChanges } from '../history/say-changes.ts'
import { sayMoment } from '../format/moments.ts'
import { useAnswer } from '../bridge/use-answer.ts'
import './copies-dialog.css'

interface SideProps {
  title: string
  differences: readonly Difference[]
  /** What is said where there are none. */
  none: string
}

/** What one side has changed: in a line for each kind of change, and word by word for who wants to see it. */
function Side({ title, differences, none }: SideProps) {
  return (
    <section aria-label={title}>
      <h3 className="copy-side-title">{title}</h3>
      {differences.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <>
          <ul>
            {sayChanges(differences).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <details className="copy-words">
            <summary>Word by word</summary>
            <Differences differences={differences} />
          </details>
        </>
      )}
    </section>
  )
}

function sayBoth({ both }: CopyComparison): string {
  const names = both.map(({ entryId, title }) => (entryId === null ? `the ${title}` : title.trim() || NAMELESS))
  if (names.length === 0) return 'Nothing was changed on both sides, so a merge puts all of it together.'
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names
  return `Changed on both sides: ${shown.join(', ')}. After a merge there are two versions of it, side by side.`
}

interface CopyComparisonProps {
  tripId: string
  name: string
  timeZone: string
}

/** What each computer has changed in a trip since both had the same. */
export function CopyComparisonView({ tripId, name, timeZone }: CopyComparisonProps) {
  const ask = useCallback(() => bridge.call('conflicts.compare', { tripId, name }), [tripId, name])
  const { value, problem } = useAnswer(ask)
  if (problem) return <p className="quiet">{problem.message}</p>
  if (value === null) return null
  const { since, here, there } = value
  return (
    <div className="copy-comparison">
      {since === null ? (
        <Side title="What the other computer has otherwise" differences={there} none="Nothing: it says the same." />
      ) : (
        <>
          <p className="quiet">Both sides were last the same {sayMoment(since, timeZone, now())}.</p>
          <Side title="Changed here since" differences={here} none="Nothing." />
          <Side title="Changed on the other computer since" differences={there} none="Nothing." />
        </>
      )}
      <p>{sayBoth(value)}</p>
    </div>
  )
}
