import { join } from 'node:path'
import { fail, messageOf, ok, type Result } from '../../shared/result.ts'
import type { Verification } from '../../shared/verification.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { type FileSystem, isMissing, nodeFileSystem } from '../disk/file-system.ts'
import { readAllAbout } from '../history/about-file.ts'
import { HISTORY_FOLDER, TRASH_FOLDER } from '../trip-folder/library-folders.ts'
import { libraryMissing } from '../library/missing.ts'
import { type TripLayout, tripLayout } from '../trip-folder/layout.ts'
import { secondCopy } from '../library/scan-library.ts'
import { TRIP_FILE } from '../trip-folder/trip-json.ts'
import { Inquiry, Stopped } from './inquiry.ts'
import { verifyHistory } from './verify-history.ts'
import { verifyTripFolder } from './verify-trip-folder.ts'
import { message } from '../../shared/messages/message.ts'

export interface VerifyOptions {
  /** The folder of a library or a backup, absolute. */
  library: string
  fileSystem?: FileSystem
  /** What the folders of trips contain. Default: the table of this version. */
  layout?: TripLayout
  signal?: AbortSignal
  /** Called before each file with the progress, from 0 to 1, and the file's path in the library. */
  onProgress?: (done: number, place: string, problems: number) => void
}

/**
 * Reads every file of a library and finds out what is wrong: trips with their pictures, earlier versions, the trash.
 * Changes nothing.
 */
export async function verifyLibrary(options: VerifyOptions): Promise<Result<Verification>> {
  const { library, fileSystem = nodeFileSystem, onProgress = () => {} } = options
  let [files, begun] = [1, 0]
  const signal = options.signal ?? new AbortController().signal
  const inquiry = new Inquiry({
    library,
    disk: fileSystem,
    layout: options.layout ?? tripLayout,
    signal,
    onFile: (place, problems) => onProgress(Math.min(1, begun++ / files), place, problems),
  })
  try {
    if (!(await fileSystem.stat(library)).isDirectory()) {
      return fail('library.not-a-folder', { path: library })
    }
    const steps = await planSteps(inquiry)
    files = Math.max(1, steps.files)
    await verifyTrips(inquiry, steps)
    const findings = inquiry.findings.toSorted((a, b) => compare(a.place, b.place))
    return ok({ folder: library, ...inquiry.counted, findings })
  } catch (error) {
    if (error instanceof Stopped) return fail('cancelled.verify')
    return isMissing(error) ? libraryMissing(library) : diskFailure(error, message('attempt.read-library'))
  }
}

interface Steps {
  trips: string[]
  trash: string[]
  histories: string[]
  /** The approximate number of files. */
  files: number
}

/** @throws the file system's error if the library itself cannot be read */
async function planSteps(inquiry: Inquiry): Promise<Steps> {
  const { library, disk, layout } = inquiry
  const items = await disk.readFolder(library)
  const trips = items
    .filter((item) => !item.name.startsWith('.') && (item.isDirectory() || item.isSymbolicLink()))
    .map(({ name }) => name)
    .toSorted()
  const foldersIn = async (place: string) =>
    (await inquiry.list(join(library, place), place)).flatMap(({ name, isFolder }) => (isFolder ? [name] : []))
  const trash = await foldersIn(TRASH_FOLDER)
  const histories = await foldersIn(HISTORY_FOLDER)
  const places = [
    ...[...trips, ...trash.map((name) => join(TRASH_FOLDER, name))].flatMap((folder) =>
      layout.folders.map((name) => join(folder, name)),
    ),
    ...histories.map((name) => join(HISTORY_FOLDER, name)),
  ]
  let files = trips.length + trash.length
  // A folder that cannot be counted is reported when it is read.
  for (const place of places) files += (await disk.readFolder(join(library, place)).catch(() => [])).length
  return { trips, trash, histories, files }
}

async function verifyTrips(inquiry: Inquiry, { trips, trash, histories }: Steps): Promise<void> {
  const { library, disk, counted } = inquiry
  const about = await readAllAbout(library, disk).catch(() => new Map<string, { folder: string; title: string }>())
  const historied = new Map([...about].map(([tripId, { folder }]) => [folder, tripId]))
  /** Trip -> the first folder with it. */
  const known = new Map<string, string>()
  const inTrash = new Set<string>()
  for (const folder of trips) {
    const found = await verifyTripFolder(inquiry, folder)
    const lost = historied.get(folder)
    if (found.kind === 'trip') {
      const first = known.get(found.trip.id)
      if (first !== undefined) inquiry.problem(folder, messageOf(secondCopy(folder, first).error))
      known.set(found.trip.id, first ?? folder)
      counted.trips++
      counted.entries += found.trip.entries.length
    } else if (lost !== undefined) {
      known.set(lost, folder)
      if (found.kind === 'other') noteLost(inquiry, folder)
    } else if (found.kind === 'other') inquiry.note(folder, message('verify.finding.not-a-trip', { file: TRIP_FILE }))
  }
  for (const name of trash) {
    const found = await verifyTripFolder(inquiry, `${TRASH_FOLDER}/${name}`)
    if (found.kind === 'trip') inTrash.add(found.trip.id)
    if (found.kind === 'trip' || found.kind === 'unreadable') counted.inTrash++
  }
  for (const tripId of histories) await verifyHistory(inquiry, tripId, known.has(tripId) || inTrash.has(tripId))
}

function noteLost(inquiry: Inquiry, folder: string): void {
  inquiry.problem(folder, message('verify.finding.file-missing', { file: TRIP_FILE }))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
