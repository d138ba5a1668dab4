import type { Conflict } from '../../shared/history.ts'
import type { Entry, Report, Trip } from '../../shared/trip.ts'
import { entryLabel } from '../../shared/entries/entry-name.ts'
import { placeByTime } from '../edits/place-entry.ts'
import { joinAncestors } from './ancestors.ts'
import { followVersions, forgetEntries } from './follow-versions.ts'
import { mergeDetails } from './merge-details.ts'
import { type Deleted, type MergedEntries, mergeEntries } from './merge-entries.ts'
import { mergeOrder } from './merge-order.ts'
import { type LostWords, mergePhotos } from './merge-photos.ts'
import { mergeReport } from './merge-report.ts'
import { orderEntries } from './order-entries.ts'
import { otherVersion, otherVersionInReport, otherWords } from './other-version.ts'
import { compareTimes, isSame, justAfter, on, type Sides, sidesOf, stableJson } from '../trip-file/sides.ts'
import { joinWriters, noteWriter, writerOf } from '../trip-file/writers.ts'

/**
 * Merges two states of a trip that were made apart, entry by entry and field by field. What only one side changed is as
 * that side has it. Where both changed the same, the side that was changed last has its place, and the other is kept
 * beside it as an entry of its own. Nothing that somebody wrote is in neither: an entry is gone from the journal only
 * where a side deleted it, and is among the deleted then.
 *
 * Pure, and the same whichever of the two is "ours": two computers that merge the same states write the same bytes. To
 * merge the result with one of the two again changes nothing.
 *
 * @param base the state that both were made from; `null`: not known. Then all that both sides have is in, and what they
 *   have otherwise counts as changed on both
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
  const report = mergeReport(
    on(sides, (trip) => trip.report),
    lost,
  )
  const entries = orderEntries(sides, merged.journal)
  const deleted = orderDeleted(sides, merged)
  const others = otherVersions(merged, lost, older)

  const trip: Trip = {
    ...newer,
    ...details,
    createdAt: compareTimes(newer.createdAt, older.createdAt) <= 0 ? newer.createdAt : older.createdAt,
    entries,
    deleted,
    photos,
    report: forgetEntries(report, merged.gone),
  }
  const conflicts: Conflict[] = []
  for (const { entry, conflict } of others) {
    if (merged.journal.has(entry.id) || merged.trash.has(entry.id)) continue
    const original = conflict.of === 'entry' ? conflict.entryId : null
    const beside = original === null ? undefined : merged.trash.get(original)
    if (beside !== undefined) {
      // What was deleted is kept with every version of it, and nobody needs to look at them.
      trip.deleted = [...trip.deleted, { ...beside, entry }]
      continue
    }
    trip.entries = placeBeside(trip.entries, entry, original)
    trip.report = keepOut(trip.report, entry.id)
    conflicts.push(conflict)
  }
  return { trip: datedTrip(trip, sides), conflicts }
}

/** One moment stands for one state, so what is neither side gets a moment of its own, and both as ancestors. */
function datedTrip(trip: Trip, { newer, older }: Sides<Trip>): Trip {
  const isNewer = isSame({ ...trip, createdAt: '' }, { ...newer, createdAt: '' })
  const inherited = joinAncestors(newer.ancestors, older.ancestors)
  if (isNewer && isSame(inherited, newer.ancestors)) return { ...newer, createdAt: trip.createdAt }
  const ancestors = isNewer ? inherited : joinAncestors(inherited, [newer.updatedAt, older.updatedAt])
  const { ancestors: _ancestors, writers: _writers, ...content } = trip
  const updatedAt = justAfter(newer.updatedAt)
  const writers = joinWriters(newer.writers, older.writers)
  // Where the two did not find the same base, two computers make two states of one moment out of the same two.
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

/** Right after the entry whose other version it is, if that is in the same day; else by its time. */
function placeBeside(entries: readonly Entry[], entry: Entry, original: string | null): Entry[] {
  const index = entries.findIndex(({ id, day }) => id === original && day === entry.day)
  return index === -1 ? placeByTime(entries, entry) : entries.toSpliced(index + 1, 0, entry)
}

function keepOut(report: Report, entryId: string): Report {
  return { ...report, entries: { ...report.entries, [entryId]: otherVersionInReport } }
}
