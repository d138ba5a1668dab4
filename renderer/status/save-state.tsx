import { useEffect, useState } from 'react'
import { formatClock, formatDate } from '../../electron/shared/messages/format.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import { assertNever } from '../../electron/shared/result.ts'
import { dayAt, now } from '../../electron/shared/time.ts'
import { localTimeZone } from '../format/clocks.ts'
import { goToRecovery, isRecoverable } from '../state/go-to-recovery.ts'
import { useTrip } from '../state/open-trip.ts'
import { Button } from '../components/button.tsx'
import './save-state.css'

/** “Saved 12:04:31”, or the day instead of the time if it was not today. */
function formatSaved(at: string): string {
  const zone = localTimeZone()
  const day = dayAt(at, zone)
  return day === dayAt(now(), zone)
    ? t('save.saved-at', { clock: formatClock(new Date(at), 'second') })
    : t('save.saved-on', { date: formatDate(day) })
}

/** The seconds left until a moment, updated while they count down. `until` is in milliseconds since the epoch. */
function useCountdown(until: number | null): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (until === null) return undefined
    const count = () => setSeconds(Math.max(0, Math.ceil((until - Date.now()) / 1000)))
    count()
    const timer = setInterval(count, 250)
    return () => clearInterval(timer)
  }, [until])
  return seconds
}

/**
 * Whether the text is saved: always in the same corner, unobtrusive while all is well and prominent when it is not.
 * “Saved” means that the text is on the disk and survives a power cut.
 */
export function SaveState() {
  const save = useTrip((state) => state.save)
  const tryNow = useTrip((state) => state.tryNow)
  // Until something is typed, the trip's own last save counts.
  const before = useTrip((state) => state.trip?.updatedAt ?? null)
  const tripId = useTrip((state) => state.trip?.id ?? null)
  const seconds = useCountdown(save.state === 'failed' ? save.retryAt : null)

  switch (save.state) {
    case 'saved': {
      const at = save.at ?? before
      return <div className="save-state">{at === null ? '' : formatSaved(at)}</div>
    }
    case 'waiting':
    case 'saving':
      return <div className="save-state">{t('save.saving')}</div>
    case 'failed':
      return (
        <div className="save-state save-state-failed">
          <p role="alert">
            {render(save.failure)} <span>{t('save.kept')}</span>
          </p>
          <span className="save-state-countdown">
            {seconds > 0 ? t('save.retry-in', { seconds }) : t('save.retrying')}
          </span>
          {tripId !== null && isRecoverable(save.failure) && (
            <Button onPress={() => void goToRecovery(tripId)}>{t('action.recover')}</Button>
          )}
          <Button onPress={tryNow}>{t('save.try-now')}</Button>
        </div>
      )
    default:
      return assertNever(save)
  }
}
