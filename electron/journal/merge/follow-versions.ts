import type { Entry, Report, Trip } from '../../shared/trip.ts'
import type { MergedEntries } from './merge-entries.ts'
import { otherVersionId } from './other-version.ts'

/**
 * Takes out the other versions that were gone on from. Where two people type into one paragraph at the same time, each
 * save of the one finds what the other has just saved, and would leave another version: there is one at a time, with the
 * last words of whoever saved first. What was in the one before is what its own writer has written over since.
 *
 * @param base the state that both were made from; `undefined`: not known
 */
export function followVersions({ journal, clashes, gone }: MergedEntries, base: Trip | undefined): void {
  if (base === undefined || clashes.length === 0) return
  const before = new Map(base.entries.map((entry) => [entry.id, entry]))
  for (const { entry } of clashes) {
    const left = before.get(entry.id)
    if (left === undefined) continue
    const id = otherVersionId(left)
    // One moment stands for one state: where somebody has changed the other version, it is theirs.
    if (journal.get(id)?.updatedAt !== left.updatedAt) continue
    journal.delete(id)
    gone.add(id)
  }
}

/** The report without what it says about entries that are no longer there. */
export function forgetEntries(report: Report, gone: ReadonlySet<Entry['id']>): Report {
  if (![...gone].some((id) => Object.hasOwn(report.entries, id))) return report
  return { ...report, entries: Object.fromEntries(Object.entries(report.entries).filter(([id]) => !gone.has(id))) }
}
