import { useEffect, useState } from 'react'
import { assertNever } from '../../electron/shared/result.ts'
import { goToRecovery, isRecoverable } from '../state/go-to-recovery.ts'
import { useTrip } from '../state/open-trip.ts'
import { Button } from '../components/button.tsx'
import './save-state.css'

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** “Saved 12:04:31”, or the day instead of the time if it was not today. */
function saySaved(at: string): string {
  const moment = new Date(at)
  const isToday = moment.toDateString() === new Date().toDateString()
  return isToday ? `Saved ${clock.format(moment)}` : `Saved on ${date.format(moment)}`
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
 * Whether the text is saved: always in the same corner, quiet while all is well and prominent when it is not. “Saved”
 * means that the text is on the disk and survives a power cut.
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
      return <div className="save-state">{at === null ? '' : saySaved(at)}</div>
    }
    case 'waiting':
    case 'saving':
      return <div className="save-state">Writing…</div>
    case 'failed':
      return (
        <div className="save-state save-state-failed">
          <p role="alert">
            {save.failure.message} <span>Your text is kept here and is tried again.</span>
          </p>
          <span className="save-state-countdown">{seconds > 0 ? `Again in ${seconds} s` : 'Trying…'}</span>
          {tripId !== null && isRecoverable(save.failure) && (
            <Button onPress={() => void goToRecovery(tripId)}>Recover…</Button>
          )}
          <Button onPress={tryNow}>Try now</Button>
        </div>
      )
    default:
      return assertNever(save)
  }
}
