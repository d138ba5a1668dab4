import { join } from 'node:path'
import { message } from '../../shared/messages/message.ts'
import { messageOf } from '../../shared/result.ts'
import { idSchema } from '../../shared/trip.ts'
import { isKeptOriginal } from '../history/keep-original.ts'
import { readAbout } from '../history/about-file.ts'
import { readVersion } from '../history/version-files.ts'
import { readTripApart } from '../trip-file/read-apart.ts'
import type { Inquiry } from './inquiry.ts'
import { HISTORY_FOLDER } from '../trip-folder/library-folders.ts'

const versionName = /^(.+)\.json\.gz$/

/**
 * Reads all earlier versions of a trip.
 *
 * @param tripId the name of a folder in the history; untrusted
 * @param isKnown whether the trip is in the library, or in the trash
 */
export async function verifyHistory(inquiry: Inquiry, tripId: string, isKnown: boolean): Promise<void> {
  const { library, disk, counted } = inquiry
  const place = `${HISTORY_FOLDER}/${tripId}`
  if (!idSchema.safeParse(tripId).success) return
  const items = await inquiry.list(join(library, place), place)
  let versions = 0
  for (const { name } of items) {
    const at = `${place}/${name}`
    const versionId = versionName.exec(name)?.[1]
    if (versionId !== undefined) {
      await inquiry.begin(at)
      const version = await readVersion(library, tripId, versionId, disk)
      // A version that was thinned out in the meantime is not missing; files with other names were put there by others.
      if (version.ok || version.error.code === 'trip.newer') versions++
      else if (version.error.code !== 'version.missing') inquiry.problem(at, messageOf(version.error))
      else if (await isThere(inquiry, at)) inquiry.note(at, message('verify.finding.not-a-version'))
    } else if (isKeptOriginal(name)) {
      const bytes = await inquiry.read(join(library, at), at)
      const read = bytes === null || bytes === 'missing' ? null : await readTripApart(bytes, name)
      if (read?.ok === false) inquiry.problem(at, messageOf(read.error))
    }
  }
  counted.versions += versions
  if (isKnown || versions === 0) return
  const about = await readAbout(library, tripId, disk)
  const named = { isNamed: about === null ? 'other' : 'yes', title: about?.title ?? '' } as const
  inquiry.note(place, message('verify.finding.only-versions', named))
}

async function isThere(inquiry: Inquiry, place: string): Promise<boolean> {
  return inquiry.disk.stat(join(inquiry.library, place)).then(
    () => true,
    () => false,
  )
}
