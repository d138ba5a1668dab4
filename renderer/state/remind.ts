import { t } from '../../electron/shared/messages/translate.ts'
import { dueReminders } from '../../electron/shared/programme/due-reminders.ts'
import { happeningsOf } from '../../electron/shared/programme/happening.ts'
import { clockAt } from '../../electron/shared/time.ts'
import { bridge } from '../bridge/bridge.ts'
import { clockNow } from './clock.ts'
import { useTrip } from './open-trip.ts'

/** The talks of which the user was reminded, with their starts: a talk that was moved counts as a new one. */
const reminded = new Set<string>()

/** Shows a notice of the system for each starred talk of the open trip that begins soon. */
export function remindNow(): void {
  const { trip, programme, plan } = useTrip.getState()
  if (trip === null || plan.reminders?.value !== true) return
  for (const { session, title, room, start } of dueReminders(happeningsOf(programme, plan, []), clockNow())) {
    const key = `${session?.id ?? ''} ${start}`
    if (reminded.has(key)) continue
    reminded.add(key)
    const clock = clockAt(start, trip.timeZone)
    const body = room === '' ? t('now.reminder', { clock }) : t('now.reminder-in', { clock, room })
    void bridge.call('app.remind', { tripId: trip.id, title: title.slice(0, 1000), body: body.slice(0, 1000) })
  }
}
