import { isDeepStrictEqual } from 'node:util'
import type { EntryChange } from '../../shared/history.ts'
import { entryLabel } from '../../shared/entries/entry-name.ts'
import { endField, fieldChange, fieldValue } from '../../shared/entries/fields.ts'
import { reportName } from '../../shared/report/report-name.ts'
import type { Entry, OtherReport, Trip } from '../../shared/trip.ts'
import { longestRise } from '../markdown/align-lists.ts'

/** The changes between two states of a trip, in the order of the journal, with deleted entries last. */
export function compareEntries(before: Trip, after: Trip): EntryChange[] {
  const known = new Map(before.entries.map((entry) => [entry.id, entry]))
  const left = new Set(known.keys())
  const moved = findMoved(before.entries, after.entries)
  const changes: EntryChange[] = []
  const note = (what: EntryChange['what'], entry: Entry) =>
    changes.push({ of: 'entry', what, entryId: entry.id, title: entryLabel(entry) })
  for (const entry of after.entries) {
    const earlier = known.get(entry.id)
    left.delete(entry.id)
    if (earlier === undefined) note('added', entry)
    else if (!isSameContent(earlier, entry)) note('changed', entry)
    else if (earlier.day !== entry.day || moved.has(entry.id)) note('moved', entry)
  }
  for (const entry of before.entries) if (left.has(entry.id)) note('deleted', entry)
  return [...changes, ...compareRest(before, after)]
}

/** Ignores when an entry was changed and where it is: moving it counts as a separate change. */
function isSameContent(one: Entry, other: Entry): boolean {
  if (one === other) return true
  return isDeepStrictEqual(withoutTimes(one), withoutTimes(other)) && hasSameTime(one, other)
}

/** A talk that was moved to another day starts at another moment but is still the same talk. */
function hasSameTime(one: Entry, other: Entry): boolean {
  return one.day !== other.day || isDeepStrictEqual(timesOf(one), timesOf(other))
}

function timesOf(entry: Entry): (string | null)[] {
  const end = endField(entry.kind)
  return [entry.start, end === null ? null : fieldValue(entry, end)]
}

function withoutTimes(entry: Entry): Entry {
  const end = endField(entry.kind)
  return { ...entry, updatedAt: '', day: '', start: null, ...(end !== null && fieldChange(end, null)) }
}

function compareRest(before: Trip, after: Trip): EntryChange[] {
  const parts = [
    {
      of: 'details',
      valueOf: ({
        entries: _e,
        deleted: _d,
        photos: _p,
        report: _r,
        reports: _o,
        updatedAt: _u,
        ancestors: _a,
        writers: _w,
        cover = null,
        ...details
      }: Trip) => ({ ...details, cover }),
    },
    { of: 'pictures', valueOf: (trip: Trip) => trip.photos },
    { of: 'report', valueOf: (trip: Trip) => trip.report },
  ] as const
  const ofParts = parts
    .filter(({ valueOf }) => !isDeepStrictEqual(valueOf(before), valueOf(after)))
    .map(({ of }) => ({ of, what: 'changed' }) as const)
  return [...ofParts, ...compareReports(before, after)]
}

function changeOf(report: OtherReport, what: 'added' | 'changed' | 'deleted'): EntryChange {
  return { of: 'other-report', what, reportId: report.id, name: reportName(report) }
}

/** The reports other than the first one that were changed, then those that were deleted. */
function compareReports({ reports: before = [] }: Trip, { reports: after = [] }: Trip): EntryChange[] {
  const known = new Map(before.map((report) => [report.id, report]))
  const left = after.flatMap((report) => {
    const earlier = known.get(report.id)
    known.delete(report.id)
    if (earlier === undefined) return changeOf(report, 'added')
    return isDeepStrictEqual(earlier, report) ? [] : changeOf(report, 'changed')
  })
  return [...left, ...[...known.values()].map((report) => changeOf(report, 'deleted'))]
}

/** The smallest set of entries that must have been moved to get from one order to the other. */
function findMoved(before: readonly Entry[], after: readonly Entry[]): Set<string> {
  const places = new Map(before.map((entry, index) => [entry.id, index]))
  const common = after.filter((entry) => places.has(entry.id))
  const resting = new Set(longestRise(common.map((entry) => places.get(entry.id) ?? 0)))
  return new Set(common.flatMap((entry, index) => (resting.has(index) ? [] : [entry.id])))
}
