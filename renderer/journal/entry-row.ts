import { clockAt } from '../../electron/shared/time.ts'
import { entryName, entryTitle } from '../../electron/shared/entries/entry-name.ts'
import { entryDetails } from '../../electron/shared/entries/fields.ts'
import type { Entry, EntryKind } from '../../electron/shared/trip.ts'

/** What the list shows of an entry. */
export interface EntryRow {
  id: string
  /** `YYYY-MM-DD`. */
  day: string
  /** Whether the day is shown above it, as above the first of each day in the list of all days. */
  isFirst: boolean
  kind: EntryKind
  /** The start in the venue's zone; empty if there is no start. */
  time: string
  /** The name of the entry. */
  title: string
  /** Whether the entry has a title, rather than a substitute for it. */
  isTitled: boolean
  /** Speakers and room, or the role of a person. */
  detail: string
  highlight: boolean
  private: boolean
}

const known = new WeakMap<Entry, { timeZone: string; row: EntryRow }>()

/** The row of an entry: the same object as long as neither the entry nor the zone changes. */
export function toRow(entry: Entry, timeZone: string): EntryRow {
  const last = known.get(entry)
  if (last?.timeZone === timeZone) return last.row
  const row = makeRow(entry, timeZone)
  known.set(entry, { timeZone, row })
  return row
}

function makeRow(entry: Entry, timeZone: string): EntryRow {
  return {
    id: entry.id,
    day: entry.day,
    isFirst: false,
    kind: entry.kind,
    time: entry.start === null ? '' : clockAt(entry.start, timeZone),
    title: entryName(entry),
    isTitled: entryTitle(entry) !== '',
    detail: entryDetails(entry.kind, entry),
    highlight: entry.highlight,
    private: entry.private,
  }
}

/** Rows of several days, with the name of the day above the first of each. */
export function withDays(rows: readonly EntryRow[]): readonly EntryRow[] {
  return rows.map((row, index) => (rows[index - 1]?.day === row.day ? row : { ...row, isFirst: true }))
}

/** Whether two lists look the same, so that typing does not render them again. */
export function areSameRows(a: readonly EntryRow[], b: readonly EntryRow[]): boolean {
  return (
    a.length === b.length &&
    a.every((row, index) => {
      const other = b[index]
      if (row === other) return true
      return other !== undefined && (Object.keys(row) as (keyof EntryRow)[]).every((key) => row[key] === other[key])
    })
  )
}
