import { message } from '../../../shared/messages/message.ts'
import type { NetworkId } from '../../../shared/report/networks.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { Trip } from '../../../shared/trip.ts'
import { type ExportsPlace, saveInExports } from '../../archive/save-in-exports.ts'
import { diskFailure } from '../../disk/disk-failure.ts'
import type { Job } from '../../jobs/jobs.ts'
import { asciiSlug } from '../../report/slug.ts'

/** A thread as text, and the report that it was cut from. */
interface ThreadText {
  /** As one of its reports sees it. */
  trip: Trip
  network: NetworkId
  text: string
}

/** Writes a thread into a new text file in the exports folder. */
export async function saveThread(
  place: ExportsPlace,
  { trip, network, text }: ThreadText,
  job: Job,
): Promise<Result<{ path: string }>> {
  const name = asciiSlug(trip.report.title) || asciiSlug(trip.title) || 'thread'
  try {
    return ok({ path: await saveInExports(place, `${name}-${network}.txt`, Buffer.from(text), job) })
  } catch (error) {
    return diskFailure(error, message('attempt.save-thread'))
  }
}
