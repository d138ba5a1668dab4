import { Star } from 'lucide-react'
import { useMemo } from 'react'
import { happeningsOf } from '../../electron/shared/programme/happening.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { clockAt } from '../../electron/shared/time.ts'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { useTrip } from '../state/open-trip.ts'
import { useSteady } from './use-steady.ts'
import './waiting-talks.css'

const areSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id, index) => id === b[index])

/**
 * The starred talks of a day about which nothing was written yet. They are not entries: one begins when it is chosen,
 * and goes again if nothing is written in it.
 */
export function WaitingTalks({ day }: { day: string }) {
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
    <section className="waiting" aria-label={t('journal.waiting')}>
      <h3 className="waiting-title">{t('journal.waiting')}</h3>
      <ul className="waiting-talks">
        {waiting.map(({ session, title, room, start }) => (
          <li key={session?.id}>
            <button
              type="button"
              className="waiting-talk"
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
