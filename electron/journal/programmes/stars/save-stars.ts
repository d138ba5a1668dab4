import { message } from '../../../shared/messages/message.ts'
import { sessionsOf } from '../../../shared/programme/sessions-of.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { now } from '../../../shared/time.ts'
import { type ExportsPlace, saveInExports } from '../../archive/save-in-exports.ts'
import { diskFailure } from '../../disk/disk-failure.ts'
import type { Job } from '../../jobs/jobs.ts'
import { asciiSlug } from '../../report/slug.ts'
import { readAll } from '../programme-store.ts'
import { calendarOf } from './calendar-of.ts'

/** Writes the starred sessions of a trip into a new calendar file in the exports folder. */
export async function saveStars(
  place: ExportsPlace,
  tripId: string,
  job: Job,
): Promise<Result<{ path: string; sessions: number }>> {
  const all = await readAll(place.library, tripId)
  if (!all.ok) return all
  const { trip, programme, plan } = all.value
  const starred = sessionsOf({ programme, plan }).filter(({ id }) => (plan.marks[id]?.star ?? null) !== null)
  if (starred.length === 0) return fail('programme.no-stars')
  const calendar = Buffer.from(calendarOf(starred, trip.title, now()))
  try {
    const path = await saveInExports(place, `${asciiSlug(trip.title) || 'starred'}.ics`, calendar, job)
    return ok({ path, sessions: starred.length })
  } catch (error) {
    return diskFailure(error, message('attempt.save-calendar'))
  }
}
