import { type Message, message } from '../../shared/messages/message.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { inMegabytes, MAX_IMPORTED_ENTRIES } from '../../shared/import-limits.ts'
import { MAX_TRIP_DAYS, problemOfDays } from '../../shared/trip-days.ts'
import type { ReportProgress } from '../jobs/report-progress.ts'
import { decodeTrip } from '../trip-file/trip-file.ts'
import { type NamedFile, type TripLayout, tripLayout } from '../trip-folder/layout.ts'
import { nameFiles } from '../trip-folder/name-files.ts'
import { shownPath } from '../trip-folder/trip-files.ts'
import { MAX_IMPORTED_TRIP_BYTES } from '../trip-folder/trip-json.ts'
import type { PartFile, TripPart } from '../trip-folder/trip-part.ts'
import type { ArchiveSource } from './archive-source.ts'
import { findTrip, type FoundTrip } from './find-trip.ts'
import { openZip, type ZipItem } from './read-zip.ts'
import { safeFileNames } from './safe-file-names.ts'

/** Pictures hardly compress. A higher ratio means a small file that was made to fill a disk. */
const MAX_RATIO = 200

/** The contents of an exported trip, all of which were checked. */
export interface UnpackedTrip {
  /** The file names of its pictures are safe on every system. */
  trip: Trip
  /** The keys of the files that are present and intact; see `PartFile`. */
  files: string[]
  /** What is missing or was left out. */
  remarks: Message[]
}

/** An exported trip whose files can be read. */
export interface OpenedTrip extends UnpackedTrip {
  /** Reads a file and checks it once more. */
  readFile(key: string): Promise<Result<Uint8Array>>
  close(): void
}

/**
 * Opens an exported trip. Uses only the trip file and the files that it names, provided their size, type and content
 * match the trip. Everything else is reported and ignored.
 */
export async function unpackTrip(
  source: ArchiveSource,
  reportProgress: ReportProgress = () => {},
  layout: TripLayout = tripLayout,
): Promise<Result<OpenedTrip>> {
  const zip = await openZip(source)
  if (!zip.ok) return zip
  const opened = await checkZip(zip.value.items, reportProgress, layout)
  if (!opened.ok) {
    zip.value.close()
    return opened
  }
  return ok({ ...opened.value, close: () => zip.value.close() })
}

async function checkZip(
  items: readonly ZipItem[],
  reportProgress: ReportProgress,
  layout: TripLayout,
): Promise<Result<Omit<OpenedTrip, 'close'>>> {
  const found = findTrip(items)
  if (!found.ok) return found
  const decoded = await readTrip(found.value.trip)
  if (!decoded.ok) return decoded
  const trip = decoded.value
  const refused = refuseExcess(trip)
  if (refused !== null) return refused
  const good = new Map<string, NamedFile>()
  const remarks: Message[] = []
  for (const part of layout.parts) {
    const checked = await checkPart(found.value, part, trip, reportProgress)
    if (!checked.ok) return checked
    for (const file of checked.value.good) good.set(file.key, { part, file })
    remarks.push(...checked.value.remarks)
  }
  const others = found.value.others(new Set(layout.filesOf(trip).map(({ file }) => shownPath(file))))
  if (others.length > 0) {
    remarks.push(message('archive.other-files', { count: others.length, files: nameFiles(others) }))
  }
  return ok({
    trip: safeFileNames(trip),
    files: [...good.keys()],
    remarks,
    readFile: (key) => readAgain(found.value, good.get(key)),
  })
}

/** Refuses a trip that is larger in some way than anybody writes; `null` if it is not. */
function refuseExcess({ firstDay, lastDay, entries, deleted }: Trip): Result<never> | null {
  const problem = problemOfDays({ firstDay, lastDay })
  if (problem === 'reversed') return fail('import.days-reversed', { firstDay, lastDay })
  if (problem === 'too-long') return fail('import.trip-too-long', { firstDay, lastDay, limit: MAX_TRIP_DAYS })
  const count = entries.length + deleted.length
  return count > MAX_IMPORTED_ENTRIES ? fail('import.too-many-entries', { count, limit: MAX_IMPORTED_ENTRIES }) : null
}

async function checkPart(
  found: FoundTrip,
  part: TripPart,
  trip: Trip,
  reportProgress: ReportProgress,
): Promise<Result<{ good: PartFile[]; remarks: Message[] }>> {
  const files = part.files(trip)
  const total = files.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0)
  if (total > part.maxBytes) return { ok: false, error: part.messages.tooLarge() }
  const good: PartFile[] = []
  const missing: string[] = []
  const damaged: string[] = []
  let done = 0
  for (const file of files) {
    if (part.messages.steps !== null) reportProgress(total === 0 ? 0 : done / total, part.messages.steps.checking)
    const item = found.find(shownPath(file))
    if (item === undefined) {
      if (file.missing !== null) missing.push(file.name)
    } else if ((await readFile(item, part, file)) === null) damaged.push(file.name)
    else good.push(file)
    done += file.bytes ?? 0
  }
  const remarks = [
    ...(missing.length > 0 ? [part.messages.notImported(missing, 'missing')] : []),
    ...(damaged.length > 0 ? [part.messages.notImported(damaged, 'damaged')] : []),
  ]
  return ok({ good, remarks })
}

async function readTrip(item: ZipItem): Promise<Result<Trip>> {
  if (item.size > MAX_IMPORTED_TRIP_BYTES) {
    return fail('import.trip-too-large', { limit: inMegabytes(MAX_IMPORTED_TRIP_BYTES) })
  }
  const bytes = await item.read()
  if (bytes === null) return damagedTrip()
  const trip = decodeTrip(bytes, 'The trip in the file')
  return trip.ok || trip.error.code === 'trip.newer' ? trip : damagedTrip()
}

/** The bytes of a file; `null` if they do not match the trip. */
async function readFile(item: ZipItem, part: TripPart, file: PartFile): Promise<Uint8Array | null> {
  if (!item.isPlain || item.size > part.maxFileBytes || item.size !== (file.bytes ?? item.size)) return null
  if (!part.isText && item.size > 1024 * 1024 && item.size > item.packedSize * MAX_RATIO) return null
  const data = await item.read()
  return data !== null && (await file.checkForeign(data)) === null ? data : null
}

async function readAgain(found: FoundTrip, named: NamedFile | undefined): Promise<Result<Uint8Array>> {
  const item = named === undefined ? undefined : found.find(shownPath(named.file))
  const data = named === undefined || item === undefined ? null : await readFile(item, named.part, named.file)
  return data === null ? fail('import.changed-while-read') : ok(data)
}

function damagedTrip(): Result<never> {
  return fail('import.trip-damaged')
}
