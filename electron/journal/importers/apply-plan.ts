import type { ImportPlan, PlanEntry } from '../../shared/import-draft.ts'
import { assertNever, fail, ok, type Result } from '../../shared/result.ts'
import { defaultReportEntry, type Entry, type Trip } from '../../shared/trip.ts'
import { instantAt } from '../../shared/zone-time.ts'
import { newEntry } from '../../shared/entries/new-entry.ts'
import type { Imported } from './importer.ts'

/**
 * Makes the entries of an imported trip what the plan says. Their texts, and all headings of the report, stay as they
 * were published: a talk's title and speakers are for the journal, and its heading already names them.
 *
 * @param timeZone the zone of the plan's times
 */
export function applyPlan({ trip, draft }: Imported, plan: ImportPlan, timeZone: string): Result<Trip> {
  // The files have changed since they were understood.
  if (plan.entries.length !== trip.entries.length) return fail('import.changed')
  const links = draft.entries.map(({ link }) => link)
  const records = { ...trip.report.entries }
  const entries = trip.entries.map((entry, index) => {
    const wanted = plan.entries[index]
    if (wanted === undefined) return entry
    const record = records[entry.id] ?? { ...defaultReportEntry, heading: '' }
    if (wanted.kind === 'talk') records[entry.id] = { ...record, talk: 'none' }
    return makeEntry(entry, wanted, links[index] ?? '', timeZone)
  })
  return ok({ ...trip, ...plan.details, entries, report: { ...trip.report, entries: records } })
}

function makeEntry({ id, text }: Entry, wanted: PlanEntry, link: string, timeZone: string): Entry {
  const { kind, title, day, speakers, session } = wanted
  const start = wanted.start === null ? null : instantAt(day, wanted.start, timeZone)
  const made = { ...newEntry(kind, day, start, id), text }
  switch (made.kind) {
    case 'talk': {
      const ending = wanted.end === null || start === null ? null : instantAt(day, wanted.end, timeZone)
      const end = ending === null || start === null || Date.parse(ending) <= Date.parse(start) ? null : ending
      return { ...made, title, speakers, session, end, links: link === '' ? [] : [{ label: '', url: link }] }
    }
    case 'note':
      return { ...made, title }
    case 'encounter':
      return { ...made, who: title }
    default:
      return assertNever(made)
  }
}
