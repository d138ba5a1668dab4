import { join } from 'node:path'
import { message } from '../../shared/messages/message.ts'
import { assertNever, type Failure, messageOf } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { isMissing } from '../disk/file-system.ts'
import { leadsOut } from '../disk/inner-folder.ts'
import { isKeptDamaged } from '../history/keep-damaged.ts'
import { readTripApart } from '../trip-file/read-apart.ts'
import { isNewer } from '../trip-file/trip-file.ts'
import { type FileState, inspectFile, shownPath } from '../trip-folder/trip-files.ts'
import type { TripPart } from '../trip-folder/trip-part.ts'
import { shownTripFile, TRIP_FILE, tripFileIn } from '../trip-folder/trip-json.ts'
import { findAbsentPictures } from './find-absent-pictures.ts'
import type { Inquiry } from './inquiry.ts'

/** The result of verifying a folder. */
export type VerifiedFolder =
  | { kind: 'trip'; trip: Trip }
  /** It has a `trip.json` that cannot be read. */
  | { kind: 'unreadable' }
  /** It has no `trip.json`. */
  | { kind: 'other' }
  /** It was moved away while the library was being read. */
  | { kind: 'missing' }

/**
 * Reads everything in a trip's folder.
 *
 * @param place the folder's path in the library, with `/`
 */
export async function verifyTripFolder(inquiry: Inquiry, place: string): Promise<VerifiedFolder> {
  const { library, layout } = inquiry
  const folder = join(library, place)
  const tripFile = shownTripFile(place)
  // Listed before the trip is read: a file that is added in between is not reported as unused.
  const present: string[] = []
  for (const name of layout.folders) {
    // The target of a link does not belong to the trip, and its name is private.
    if (await leadsOut(folder, name, inquiry.disk).catch(() => false)) continue
    const items = await inquiry.list(join(folder, name), `${place}/${name}`)
    present.push(...items.map((item) => `${name}/${item.name}`))
  }
  const bytes = await inquiry.read(tripFileIn(folder), tripFile)
  if (bytes === 'missing') return { kind: (await isThere(inquiry, folder)) ? 'other' : 'missing' }
  for (const { name } of await inquiry.list(folder, place)) noteLeftover(inquiry, place, name)
  if (bytes === null) return { kind: 'unreadable' }
  const read = await readTripApart(bytes, TRIP_FILE)
  if (!read.ok) {
    inquiry.problem(tripFile, messageOf(read.error))
    return { kind: 'unreadable' }
  }
  const { trip, version } = read.value
  if (isNewer(version)) {
    inquiry.note(tripFile, message('verify.finding.newer'))
  }
  for (const problem of await findAbsentPictures(trip)) inquiry.problem(tripFile, problem)
  await verifyFiles(inquiry, place, trip)
  const named = new Set(layout.filesOf(trip).map(({ file }) => shownPath(file)))
  for (const path of present) {
    if (named.has(path) || path.split('/').at(-1)?.startsWith('.') === true) continue
    inquiry.note(`${place}/${path}`, message('verify.finding.unnamed-file'))
  }
  return { kind: 'trip', trip }
}

async function verifyFiles(inquiry: Inquiry, place: string, trip: Trip): Promise<void> {
  const folder = join(inquiry.library, place)
  for (const { part, file } of inquiry.layout.filesOf(trip)) {
    const at = `${place}/${shownPath(file)}`
    await inquiry.begin(at)
    const state = await inspectFile(folder, file, inquiry.disk)
    const problem = state.ok ? count(inquiry, part, state.value) : state.error
    if (problem !== null && (await isThere(inquiry, folder))) inquiry.problem(at, messageOf(problem))
  }
}

/** Counts an intact file. Returns the problem of any other. */
function count({ counted }: Inquiry, { countedAs }: TripPart, state: FileState): Failure | null {
  switch (state.kind) {
    case 'good':
      if (countedAs === 'pictures') counted.pictures++
      counted.bytes += state.bytes.byteLength
      return null
    case 'absent':
      return null
    case 'bad':
      return state.problem
    default:
      return assertNever(state)
  }
}

function noteLeftover(inquiry: Inquiry, place: string, name: string): void {
  if (inquiry.layout.revisedNames.some((original) => isKeptDamaged(original, name))) {
    inquiry.note(`${place}/${name}`, message('verify.finding.replaced'))
  } else if (inquiry.layout.originalOf(name) !== null) {
    inquiry.note(`${place}/${name}`, message('verify.finding.conflict-copy'))
  }
}

/** A trip that is moved to the trash while it is being read is not damaged. */
async function isThere(inquiry: Inquiry, folder: string): Promise<boolean> {
  return inquiry.disk.stat(folder).then(
    () => true,
    (error: unknown) => !isMissing(error),
  )
}
