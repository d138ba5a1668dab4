import { join } from 'node:path'
import type { TripSummary, UnreadableTrip } from '../../shared/contract/library.ts'
import { fail, type Failure, ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { type FileStamp, stampOf, storedStampOf } from '../disk/file-stamp.ts'
import { type FileStat, type FileSystem, isMissing, readWhole } from '../disk/file-system.ts'
import { summarizeTrip } from '../trip-file/summarize-trip.ts'
import { mayBeTrip } from './library-revision.ts'
import type { CachedSummary } from './summary-cache.ts'
import { readTripApart } from '../trip-file/read-apart.ts'
import { createSummarizer } from '../trip-file/summarize-apart.ts'
import type { ReadOptions } from '../trip-file/trip-file.ts'
import type { Watched } from './watched.ts'
import { message } from '../../shared/messages/message.ts'
import { shownTripFile, TRIP_FILE, tripFileIn } from '../trip-folder/trip-json.ts'

/** The contents of one folder of the library. */
export type FoundTrip =
  | { folder: string; ok: true; stamp: FileStamp; createdAt: string; summary: TripSummary }
  | { folder: string; ok: false; error: Failure }

/** What is known about trips without reading their files. */
export interface Known {
  /** The trip in a folder if it is in memory, with the stamp of its file. */
  inMemory(folder: string): { trip: Trip; stamp: string; isNewer: boolean } | null
  fromLastTime: ReadonlyMap<string, CachedSummary>
  /** Whether a folder without a `trip.json` once had one. */
  wasTrip(folder: string): Promise<boolean>
  /** Is told of each folder, before anything in it is read; the stamp is `null` if it has no `trip.json`. */
  noteStamp?(folder: string, stamp: FileStamp | null): void
  /** How files are read. */
  reading?: ReadOptions
}

type Summarize = ReturnType<typeof createSummarizer>

/** Number of files that are read at once: enough for any disk, and little enough for memory. */
const MAX_PARALLEL = 8

/**
 * Scans the library's folders. Skips hidden folders and those that never had a `trip.json`. Reads only the trips whose
 * files have changed since last time.
 *
 * @param watched is called for each folder; once it is aborted, the remaining folders are left out
 * @throws the file system's error if the library itself cannot be read
 */
export async function scanLibrary(
  library: string,
  known: Known,
  fileSystem: FileSystem,
  watched: Watched = {},
): Promise<FoundTrip[]> {
  const items = await fileSystem.readFolder(library)
  const folders = items
    .filter(mayBeTrip)
    .map((item) => item.name)
    .toSorted()
  const found: (FoundTrip | null | undefined)[] = []
  const rest = folders.entries()
  const summarize = createSummarizer(known.reading)
  const worker = async () => {
    for (const [index, folder] of rest) {
      if (watched.signal?.aborted === true) return
      watched.onProgress?.(index / folders.length, folder)
      found[index] = await scanFolder(library, folder, { ...known, summarize }, fileSystem)
    }
  }
  await Promise.all(Array.from({ length: MAX_PARALLEL }, worker))
  return found.filter((trip) => trip !== null && trip !== undefined)
}

async function scanFolder(
  library: string,
  folder: string,
  known: Known & { summarize: Summarize },
  fileSystem: FileSystem,
): Promise<FoundTrip | null> {
  const path = tripFileIn(join(library, folder))
  let stat
  try {
    stat = await fileSystem.stat(path)
  } catch (error) {
    known.noteStamp?.(folder, null)
    if (!isMissing(error)) return { folder, ...diskFailure(error, message('attempt.read-file', { name: folder })) }
    return (await known.wasTrip(folder)) ? fileMissing(folder) : null
  }
  known.noteStamp?.(folder, storedStampOf(stat))
  const inMemory = known.inMemory(folder)
  if (inMemory !== null && inMemory.stamp === stampOf(stat))
    return foundTrip(folder, stat, inMemory.trip, inMemory.isNewer)
  const cached = known.fromLastTime.get(folder)
  // A trip that was too new last time may be readable now, by an updated Lanyard.
  if (cached !== undefined && cached.stamp === storedStampOf(stat) && !cached.summary.isNewer) {
    return { folder, ok: true, ...cached }
  }
  const read = await readFileOnce(path, shownTripFile(folder), fileSystem, known.summarize)
  return read.ok ? { folder, ok: true, stamp: storedStampOf(stat), ...read.value } : { folder, ...read }
}

function fileMissing(folder: string): FoundTrip {
  return { folder, ...fail('trip.without-file', { folder, file: TRIP_FILE }) }
}

function foundTrip(folder: string, stat: FileStat, trip: Trip, newer: boolean): FoundTrip {
  return {
    folder,
    ok: true,
    stamp: storedStampOf(stat),
    createdAt: trip.createdAt,
    summary: summarizeTrip(trip, newer),
  }
}

/**
 * Reads the file of a trip once. If a newer Lanyard wrote it, returns what this version understands.
 *
 * @param tripFolder absolute
 * @param name what failures call the file
 */
export async function readTripIn(tripFolder: string, name: string, fileSystem: FileSystem): Promise<Result<Trip>> {
  const read = await readFileOnce(tripFileIn(tripFolder), name, fileSystem, readTripApart)
  return read.ok ? ok(read.value.trip) : read
}

async function readFileOnce<T>(
  path: string,
  name: string,
  fileSystem: FileSystem,
  decode: (bytes: Uint8Array, name: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await decode(await readWhole(path, fileSystem), name)
  } catch (error) {
    return diskFailure(error, message('attempt.read-file', { name }))
  }
}

/** Newest trip first; of two that begin on the same day, the one that was created last. */
export function byNewest(a: FoundTrip & { ok: true }, b: FoundTrip & { ok: true }): number {
  return (
    compareText(b.summary.firstDay, a.summary.firstDay) ||
    Date.parse(b.createdAt) - Date.parse(a.createdAt) ||
    compareText(a.folder, b.folder)
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** What was found in a library, in the order of its list. */
export interface SortedTrips {
  /** Newest first. */
  trips: (FoundTrip & { ok: true })[]
  unreadable: UnreadableTrip[]
}

/** Sorts what was found. @param folderOf the folder that is used for a trip, if it is known */
export function sortFound(found: readonly FoundTrip[], folderOf: (tripId: string) => string | undefined): SortedTrips {
  const trips: SortedTrips['trips'] = []
  const unreadable: UnreadableTrip[] = []
  for (const trip of found) {
    const first = trip.ok ? folderOf(trip.summary.id) : undefined
    if (!trip.ok) unreadable.push({ folder: trip.folder, error: trip.error })
    else if (first === undefined || first === trip.folder) trips.push(trip)
    else unreadable.push(secondCopy(trip.folder, first))
  }
  return { trips: trips.toSorted(byNewest), unreadable }
}

/** A second folder with the same trip: it is listed, so that nothing is lost, but not used. */
export function secondCopy(folder: string, first: string): UnreadableTrip {
  return { folder, error: fail('trip.duplicate-folder', { folder, first }).error }
}
