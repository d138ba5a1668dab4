import { dirname, join } from 'node:path'
import { message } from '../../../shared/messages/message.ts'
import { sessionsOf } from '../../../shared/programme/sessions-of.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { now } from '../../../shared/time.ts'
import { freePath } from '../../archive/free-path.ts'
import { diskFailure } from '../../disk/disk-failure.ts'
import { SHARED_FOLDER } from '../../disk/file-system.ts'
import { syncFolder, writeNewFile } from '../../disk/write-durably.ts'
import type { Job } from '../../jobs/jobs.ts'
import type { Library } from '../../library/library.ts'
import { asciiSlug } from '../../report/slug.ts'
import { readAll } from '../programme-store.ts'
import { calendarOf } from './calendar-of.ts'

interface Place {
  readonly library: Library
  /** The folder for exports, absolute. */
  readonly exportsFolder: () => string
}

/** Writes the starred sessions of a trip into a new calendar file in the exports folder. */
export async function saveStars(
  { library, exportsFolder }: Place,
  tripId: string,
  job: Job,
): Promise<Result<{ path: string; sessions: number }>> {
  const all = await readAll(library, tripId)
  if (!all.ok) return all
  const { trip, programme, plan } = all.value
  const starred = sessionsOf({ programme, plan }).filter(({ id }) => (plan.marks[id]?.star ?? null) !== null)
  if (starred.length === 0) return fail('programme.no-stars')
  job.report(0, 'writing-files')
  const calendar = Buffer.from(calendarOf(starred, trip.title, now()))
  const { disk } = library
  try {
    await disk.makeFolders(exportsFolder(), SHARED_FOLDER)
    const path = await freePath(join(exportsFolder(), `${asciiSlug(trip.title) || 'starred'}.ics`), disk)
    await writeNewFile(path, () => [calendar], disk)
    await syncFolder(dirname(path), disk)
    job.wrote(path)
    return ok({ path, sessions: starred.length })
  } catch (error) {
    return diskFailure(error, message('attempt.save-calendar'))
  }
}
