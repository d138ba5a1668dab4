import { join } from 'node:path'
import { now } from '../../shared/time.ts'
import { type FileSystem, readWhole } from '../disk/file-system.ts'
import { replaceDurably } from '../disk/write-durably.ts'
import { type About, readAbout, writeAbout } from '../history/about-file.ts'
import { isKeptOriginal } from '../history/keep-original.ts'
import { MAX_HISTORY_BYTES } from '../history/history.ts'
import { capVersions, thinVersions } from '../history/thin-versions.ts'
import {
  findVersions,
  historyFolder,
  makeHistoryFolder,
  measureVersions,
  readVersionBytes,
  refuseLinkedHistory,
  removeVersion,
  writeVersion,
} from '../history/version-files.ts'
import { freeVersionId, versionIdAt } from '../history/version-id.ts'
import { readTripApart } from '../trip-file/read-apart.ts'

/** A trip's versions in a library and in its backup. */
export interface HistoryPlaces {
  tripId: string
  library: string
  disk: FileSystem
  /** The backup's folder, absolute. */
  path: string
  target: FileSystem
}

/**
 * Copies the versions of a trip that the copy lacks. The copy is thinned by the same rules as the library. A version is
 * never overwritten, and an unreadable one is not copied. Resolves with the number of copied versions.
 *
 * @param about whose versions these are, for the copy
 * @throws the error of the backup's file system
 */
export async function copyHistory(places: HistoryPlaces, about: About): Promise<number> {
  const { tripId, library, disk, path, target } = places
  // If the library's versions cannot be listed, there is nothing to copy; if the copy's cannot be listed, its disk has
  // failed.
  const here = await findVersions(library, tripId, disk).catch(() => [])
  const there = new Set(await findVersions(path, tripId, target))
  const worth = new Set(thinVersions([...here, ...there], now()))
  let copied = 0
  await makeHistoryFolder(path, tripId, target)
  for (const versionId of here) {
    if (there.has(versionId) || !worth.has(versionId)) continue
    const bytes = await readVersionBytes(library, tripId, versionId, disk).catch(() => null)
    if (bytes === null || !(await isOf(tripId, bytes))) continue
    await writeVersion(path, tripId, versionId, bytes, target)
    there.add(versionId)
    copied++
  }
  await copyOriginals(places)
  await describe(places, about)
  const sizes = await measureVersions(
    path,
    tripId,
    [...there].filter((versionId) => worth.has(versionId)),
    target,
  )
  const kept = new Set(capVersions(sizes, MAX_HISTORY_BYTES, now()))
  for (const versionId of there) if (!kept.has(versionId)) await removeVersion(path, tripId, versionId, target)
  return copied
}

/**
 * Keeps a state of the copy that is about to be replaced as a version. Resolves with the version's name.
 *
 * @throws the error of the backup's file system
 */
export async function keepReplaced(
  path: string,
  trip: { id: string; updatedAt: string },
  bytes: Uint8Array,
  target: FileSystem,
): Promise<string> {
  const there = new Set(await findVersions(path, trip.id, target))
  const name = versionIdAt(trip.updatedAt)
  if (there.has(name)) {
    const kept = await readVersionBytes(path, trip.id, name, target).catch(() => null)
    if (kept !== null && Buffer.from(kept).equals(bytes)) return name
  }
  const versionId = freeVersionId(trip.updatedAt, there)
  await writeVersion(path, trip.id, versionId, bytes, target)
  return versionId
}

async function describe({ tripId, path, target }: HistoryPlaces, about: About): Promise<void> {
  const before = await readAbout(path, tripId, target)
  if (before?.folder !== about.folder || before.title !== about.title) await writeAbout(path, tripId, about, target)
}

async function isOf(tripId: string, bytes: Uint8Array): Promise<boolean> {
  const read = await readTripApart(bytes, '')
  // A version from a newer Lanyard counts as well, even though it cannot be read here.
  return read.ok ? read.value.trip.id === tripId : read.error.code === 'trip.newer'
}

async function copyOriginals({ tripId, library, disk, path, target }: HistoryPlaces): Promise<void> {
  const [from, to] = [historyFolder(library, tripId), historyFolder(path, tripId)]
  const there = new Set((await target.readFolder(to)).map(({ name }) => name))
  for (const name of await findOriginals(library, tripId, disk)) {
    if (there.has(name)) continue
    const bytes = await readWhole(join(from, name), disk).catch(() => null)
    if (bytes !== null) await replaceDurably(join(to, name), () => [bytes], target)
  }
}

/** The names of the kept originals of a trip. Those behind a link may be private, and do not count. */
async function findOriginals(library: string, tripId: string, disk: FileSystem): Promise<string[]> {
  try {
    await refuseLinkedHistory(library, tripId, disk)
    const items = await disk.readFolder(historyFolder(library, tripId))
    return items.filter((item) => !item.isSymbolicLink() && isKeptOriginal(item.name)).map(({ name }) => name)
  } catch {
    return []
  }
}
