import { basename } from 'node:path'
import { type Message, message } from '../../shared/messages/message.ts'
import { assertNever, fail, ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { diskFailure, Refusal } from '../disk/disk-failure.ts'
import { type FileSystem, nodeFileSystem } from '../disk/file-system.ts'
import { isReallyInside } from '../disk/is-really-inside.ts'
import type { ReportProgress } from '../jobs/report-progress.ts'
import { tripFolderName } from '../library/folder-name.ts'
import type { Library } from '../library/library.ts'
import { shownPath } from '../trip-folder/trip-files.ts'
import { MAX_IMPORTED_TRIP_BYTES, shownTripFile } from '../trip-folder/trip-json.ts'
import type { PartFile, TripPart } from '../trip-folder/trip-part.ts'
import { writeArchive } from './write-archive.ts'
import { type ZipMember, zipChunks } from './zip-chunks.ts'

export interface PackOrder {
  library: Library
  tripId: string
  /** The file to write, absolute. */
  path: string
  /** Whether to replace an existing file of that name. */
  replace: boolean
  reportProgress?: ReportProgress
  signal?: AbortSignal
  fileSystem?: FileSystem
}

export interface Packed {
  /** Absolute. */
  path: string
  bytes: number
  /** The number of pictures in it. */
  photos: number
  /** A message for each thing that was left out. */
  remarks: Message[]
}

/**
 * Saves a trip as one file: a zip of its folder, with the bytes that are on the disk. Files that are missing or damaged
 * are left out and reported. Whatever happens, the target is either complete or unchanged.
 */
export async function packTrip(order: PackOrder): Promise<Result<Packed>> {
  const { library, tripId, path, replace, signal } = order
  const fileSystem = order.fileSystem ?? nodeFileSystem
  if (await isReallyInside(path, library.folder, fileSystem)) return insideLibrary()
  const place = await library.placeOf(tripId)
  if (!place.ok) return place
  const snapshot = await library.snapshot(basename(place.value))
  if (!snapshot.ok) return snapshot
  const { trip, bytes: tripBytes } = snapshot.value
  const folder = nameInZip(basename(place.value), trip)
  try {
    const { good, remarks } = await checkFiles(order, trip)
    const members: ZipMember[] = [
      ...membersOf(order, trip, good, folder),
      { name: shownTripFile(folder), size: tripBytes.byteLength, isCompressed: true, read: async () => tripBytes },
    ]
    const sorted = members.toSorted((a, b) => (a.name < b.name ? -1 : 1))
    const written = await writeArchive(path, stopping(zipChunks(sorted), signal), replace, fileSystem)
    if (!written.ok) return written
    if (tripBytes.byteLength > MAX_IMPORTED_TRIP_BYTES)
      remarks.push(message('archive.too-large-to-import', { limit: MAX_IMPORTED_TRIP_BYTES / 1024 / 1024 }))
    const photos = good.filter(({ part }) => part.countedAs === 'pictures').length
    return ok({ path, bytes: written.value, photos, remarks })
  } catch (error) {
    return diskFailure(error, message('attempt.save-copy'))
  }
}

/** The folder's name in the zip: its own name if that is allowed on every system. */
function nameInZip(folder: string, trip: Trip): string {
  return /[\\:*?"<>|\p{Cc}]/u.test(folder) ? tripFolderName(trip, 0) : folder
}

interface GoodFile {
  part: TripPart
  file: PartFile
  size: number
  /** Kept for a file that may change before it is written; `null` if the file is read again. */
  bytes: Uint8Array | null
}

/** Finds out which files are intact before anything is written. */
async function checkFiles(
  { library, signal, reportProgress = () => {} }: PackOrder,
  trip: Trip,
): Promise<{ good: GoodFile[]; remarks: Message[] }> {
  const good: GoodFile[] = []
  const remarks: Message[] = []
  const paths = new Set<string>()
  const files = library.layout.filesOf(trip)
  for (const [index, { part, file }] of files.entries()) {
    stopWhere(signal)
    // A file with two records is in the zip only once.
    if (paths.has(shownPath(file))) continue
    paths.add(shownPath(file))
    const state = await library.readFile(trip.id, file.key)
    if (!state.ok) throw new Refusal(state.error)
    switch (state.value.kind) {
      case 'good': {
        const { bytes } = state.value
        good.push({ part, file, size: bytes.byteLength, bytes: part.revisions === null ? null : bytes })
        break
      }
      case 'bad':
        remarks.push(part.messages.notPacked(file.name))
        break
      case 'absent':
        break
      default:
        assertNever(state.value)
    }
    if (part.messages.steps !== null) reportProgress((0.5 * (index + 1)) / files.length, part.messages.steps.checking)
  }
  return { good, remarks }
}

function membersOf(
  { library, signal, reportProgress = () => {} }: PackOrder,
  trip: Trip,
  good: readonly GoodFile[],
  folder: string,
): ZipMember[] {
  const total = good.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  return good.map(({ part, file, size, bytes }) => ({
    name: `${folder}/${shownPath(file)}`,
    size,
    isCompressed: part.isText,
    async read() {
      stopWhere(signal)
      const data = bytes ?? (await readAgain(library, trip, file))
      if (data === null) throw new Refusal(part.messages.changedWhilePacked(file.name))
      done += size
      if (part.messages.steps !== null) reportProgress(0.5 + (0.5 * done) / total, part.messages.steps.writing)
      return data
    },
  }))
}

async function readAgain(library: Library, trip: Trip, file: PartFile): Promise<Uint8Array | null> {
  const state = await library.readFile(trip.id, file.key)
  if (!state.ok) throw new Refusal(state.error)
  return state.value.kind === 'good' ? state.value.bytes : null
}

async function* stopping(chunks: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined) {
  for await (const chunk of chunks) {
    stopWhere(signal)
    yield chunk
  }
}

function stopWhere(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return
  const { error } = fail('cancelled.copy')
  throw new Refusal(error)
}

function insideLibrary(): Result<never> {
  return fail('input.copy-in-library')
}
