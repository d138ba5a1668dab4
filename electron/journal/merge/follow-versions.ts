import type { Entry, Report, Trip } from '../../shared/trip.ts'
import type { MergedEntries } from './merge-entries.ts'
import { otherVersionId } from './other-version.ts'

/**
 * Removes conflict copies that have been superseded. If two people type in the same paragraph at the same time, each
 * save finds the other's latest one and would leave another conflict copy. Only one is kept at a time, with the latest
 * words of the side that saved first; the earlier ones were overwritten by their own author.
 *
 * @param base the state from which both were made; `undefined` if it is unknown
 */
export function followVersions({ journal, clashes, gone }: MergedEntries, base: Trip | undefined): void {
  if (base === undefined || clashes.length === 0) return
  const before = new Map(base.entries.map((entry) => [entry.id, entry]))
  for (const { entry } of clashes) {
    const left = before.get(entry.id)
    if (left === undefined) continue
    const id = otherVersionId(left)
    // A time identifies a state: if somebody has edited the conflict copy, it is theirs and stays.
    if (journal.get(id)?.updatedAt !== left.updatedAt) continue
    journal.delete(id)
    gone.add(id)
  }
}

/** The report without its settings for entries that no longer exist. */
export function forgetEntries(report: Report, gone: ReadonlySet<Entry['id']>): Report {
  if (![...gone].some((id) => Object.hasOwn(report.entries, id))) return report
  return { ...report, entries: Object.fromEntries(Object.entries(report.entries).filter(([id]) => !gone.has(id))) }
}
