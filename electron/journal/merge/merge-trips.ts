import { placeByTime } from '../../shared/entries/place-entry.ts'
import type { Conflict } from '../../shared/history.ts'
import type { Entry, Report, Trip } from '../../shared/trip.ts'
import { changeReports } from '../../shared/report/in-report.ts'
import { entryLabel } from '../../shared/entries/entry-name.ts'
import { joinAncestors } from './ancestors.ts'
import { followVersions, forgetEntries } from './follow-versions.ts'
import { mergeCover, mergeDetails } from './merge-details.ts'
import { type Deleted, type MergedEntries, mergeEntries } from './merge-entries.ts'
import { mergeOrder } from './merge-order.ts'
import { type LostWords, mergePhotos } from './merge-photos.ts'
import { mergeReports } from './merge-reports.ts'
import { orderEntries } from './order-entries.ts'
import { otherVersion, otherVersionInReport, otherWords } from './other-version.ts'
import { compareTimes, isSame, justAfter, on, type Sides, sidesOf, stableJson } from '../trip-file/sides.ts'
import { joinWriters, noteWriter, writerOf } from '../trip-file/writers.ts'

/**
 * Merges two states of a trip that were made independently, entry by entry and field by field. A change on only one
 * side is kept. If both sides changed the same thing, the side that changed last wins, and the other is kept beside it
 * as a separate entry. Nothing that somebody wrote is lost: an entry is missing from the journal only if a side deleted
 * it, and then it is among the deleted ones.
 *
 * The function is pure and symmetric: two computers that merge the same states write the same bytes. Merging the result
 * with one of the two states again changes nothing.
 *
 * @param base the state from which both were made; `null` if it is unknown. Then the result has everything that is on
 * either side, and every difference counts as changed on both sides
 */
export function mergeTrips(base: Trip | null, ours: Trip, theirs: Trip): { trip: Trip; conflicts: Conflict[] } {
  const sides = sidesOf(base ?? undefined, ours, theirs)
  const { newer, older } = sides
  if (isSame(newer, older)) return { trip: newer, conflicts: [] }

  const merged = mergeEntries(sides.base, newer, older)
  followVersions(merged, sides.base)
  const lost: LostWords[] = []
  const details = mergeDetails(sides, lost)
  const photos = mergePhotos(sides, lost)
  const reports = mergeReports(sides, lost)
  const entries = orderEntries(sides, merged.journal)
  const deleted = orderDeleted(sides, merged)
  const versions = otherVersions(merged, lost, older)

  const { reports: _, ...others } = newer
  const trip: Trip = {
    ...others,
    ...details,
    ...mergeCover(sides),
    createdAt: compareTimes(newer.createdAt, older.createdAt) <= 0 ? newer.createdAt : older.createdAt,
    entries,
    deleted,
    photos,
    ...changeReports(reports, (report) => forgetEntries(report, merged.gone)),
  }
  const conflicts: Conflict[] = []
  for (const { entry, conflict } of versions) {
    if (merged.journal.has(entry.id) || merged.trash.has(entry.id)) continue
    const original = conflict.of === 'entry' ? conflict.entryId : null
    const beside = original === null ? undefined : merged.trash.get(original)
    if (beside !== undefined) {
      // Deleted entries are kept with all their conflict copies, and nobody needs to review those.
      trip.deleted = [...trip.deleted, { ...beside, entry }]
      continue
    }
    trip.entries = placeBeside(trip.entries, entry, original)
    Object.assign(
      trip,
      changeReports(trip, (report) => keepOut(report, entry.id)),
    )
    conflicts.push(conflict)
  }
  return { trip: datedTrip(trip, sides), conflicts }
}

/**
 * Each time identifies one state, so a state that differs from both sides gets its own time, with both sides as
 * ancestors.
 */
function datedTrip(trip: Trip, { newer, older }: Sides<Trip>): Trip {
  const isNewer = isSame({ ...trip, createdAt: '' }, { ...newer, createdAt: '' })
  const inherited = joinAncestors(newer.ancestors, older.ancestors)
  if (isNewer && isSame(inherited, newer.ancestors)) return { ...newer, createdAt: trip.createdAt }
  const ancestors = isNewer ? inherited : joinAncestors(inherited, [newer.updatedAt, older.updatedAt])
  const { ancestors: _ancestors, writers: _writers, ...content } = trip
  const updatedAt = justAfter(newer.updatedAt)
  const writers = joinWriters(newer.writers, older.writers)
  // If they did not find the same base, two computers make two states of the same time out of the same two states.
  const writer = () => writerOf('merged', stableJson(content))
  return {
    ...content,
    updatedAt,
    ...(ancestors !== undefined && { ancestors }),
    ...(writers !== undefined && { writers: noteWriter(writers, writer(), updatedAt) }),
  }
}

function orderDeleted(sides: Sides<Trip>, { trash }: MergedEntries): Deleted[] {
  const ids = on(sides, (trip) => trip.deleted.map(({ entry }) => entry.id))
  const wentFirst = (one: string, other: string) => {
    const [first, second] = [trash.get(one), trash.get(other)]
    return first === undefined || second === undefined || compareTimes(first.deletedAt, second.deletedAt) <= 0
  }
  return mergeOrder(ids, new Set(trash.keys()), wentFirst).flatMap((id) => trash.get(id) ?? [])
}

function otherVersions(
  merged: MergedEntries,
  lost: readonly LostWords[],
  older: Trip,
): { entry: Entry; conflict: Conflict }[] {
  const ofEntries = merged.clashes.map((clash) => {
    const entry = otherVersion(clash.entry, clash.older)
    const { id } = clash.entry
    const title = entryLabel(clash.entry)
    return { entry, conflict: { of: 'entry' as const, entryId: id, title, fields: clash.fields, otherId: entry.id } }
  })
  const ofTrip = lost.map((words) => {
    const entry = otherWords(words, older)
    const { of: text, day } = words
    const conflict = { of: 'trip' as const, text, ...(day !== undefined && { day }), otherId: entry.id }
    return { entry, conflict }
  })
  return [...ofEntries, ...ofTrip]
}

/** Right after the entry that it is a conflict copy of, if that is on the same day; otherwise by its time. */
function placeBeside(entries: readonly Entry[], entry: Entry, original: string | null): Entry[] {
  const index = entries.findIndex(({ id, day }) => id === original && day === entry.day)
  return index === -1 ? placeByTime(entries, entry) : entries.toSpliced(index + 1, 0, entry)
}

function keepOut(report: Report, entryId: string): Report {
  return { ...report, entries: { ...report.entries, [entryId]: otherVersionInReport } }
}
