import { Star } from 'lucide-react'
import { type KeyboardEvent, useMemo } from 'react'
import { happeningsOf } from '../../electron/shared/programme/happening.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { clockAt } from '../../electron/shared/time.ts'
import { hasModifier } from '../components/keys.ts'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { useTrip } from '../state/open-trip.ts'
import { useSteady } from './use-steady.ts'
import './waiting-talks.css'

const areSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id, index) => id === b[index])

/**
 * Moves through the talks with the arrow keys.
 *
 * @param onLeave leads back into the list above them
 */
function walk(event: KeyboardEvent<HTMLElement>, onLeave: () => void): void {
  if (hasModifier(event) || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
  const talks = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('.waiting-talk'))
  const at = talks.findIndex((talk) => talk === event.target)
  if (at === -1) return
  event.preventDefault()
  event.stopPropagation()
  const next = talks[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (next !== undefined) next.focus()
  else if (event.key === 'ArrowUp') onLeave()
}

/**
 * The starred talks of a day about which nothing was written yet. They are not entries: one begins when it is chosen,
 * and goes again if nothing is written in it.
 */
export function WaitingTalks({ day, onLeave }: { day: string; onLeave: () => void }) {
  const programme = useTrip((state) => state.programme)
  const plan = useTrip((state) => state.plan)
  const timeZone = useTrip(({ trip }) => trip?.timeZone ?? 'UTC')
  const isReadOnly = useReadOnlyArea()
  const written = useTrip(
    useSteady(
      ({ trip }) => [trip?.entries],
      ({ trip }) => (trip?.entries ?? []).flatMap(({ sessionId }) => sessionId ?? []),
      areSame,
    ),
  )
  const waiting = useMemo(
    () =>
      happeningsOf(programme, plan, []).filter(
        ({ session, star, attendance, ...one }) =>
          one.day === day &&
          session !== null &&
          !written.includes(session.id) &&
          attendance !== 'missed' &&
          (star === 'go' || star === 'maybe' || attendance === 'planned'),
      ),
    [programme, plan, written, day],
  )
  if (waiting.length === 0 || isReadOnly) return null
  return (
    // The arrow keys lead through the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className="waiting" aria-label={t('journal.waiting')} onKeyDown={(event) => walk(event, onLeave)}>
      <h3 className="waiting-title">{t('journal.waiting')}</h3>
      <ul className="waiting-talks">
        {waiting.map(({ session, title, room, start }, index) => (
          <li key={session?.id}>
            <button
              type="button"
              className="waiting-talk"
              tabIndex={index === 0 ? 0 : -1}
              onClick={() => void useTrip.getState().writeAbout(session?.id ?? '')}
            >
              <span className="waiting-time">{clockAt(start, timeZone)}</span>
              <Star aria-hidden />
              <span className="waiting-words">
                {title}
                {room !== '' && <span className="waiting-room"> · {room}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
