import type { ImportPlan, PlanEntry } from '../../shared/import-draft.ts'
import { assertNever, fail, ok, type Result } from '../../shared/result.ts'
import { defaultReportEntry, type Entry, type Photo, type Trip } from '../../shared/trip.ts'
import { instantAt } from '../../shared/zone-time.ts'
import { newEntry } from '../../shared/entries/new-entry.ts'
import type { Imported } from './importer.ts'

/**
 * Makes the entries of an imported trip what the plan says, without those that it does not import and the pictures that
 * only they show. Their texts, and all headings of the report, stay as they were published: a talk's title and speakers
 * are for the journal, and its heading already names them.
 *
 * @param timeZone the zone of the plan's times
 */
export function applyPlan({ trip, draft }: Imported, plan: ImportPlan, timeZone: string): Result<Trip> {
  // The files have changed since they were understood.
  if (plan.entries.length !== trip.entries.length) return fail('import.changed')
  const { isJournal } = draft
  const records = { ...trip.report.entries }
  const entries = trip.entries.flatMap((entry, index) => {
    const wanted = plan.entries[index]
    if (wanted === undefined || wanted === null) return []
    const record = records[entry.id] ?? { ...defaultReportEntry, heading: '' }
    if (wanted.kind === 'talk' && !isJournal) records[entry.id] = { ...record, talk: 'none' }
    const { link = '', zone = timeZone } = draft.entries[index] ?? {}
    return [makeEntry(entry, wanted, link, zone)]
  })
  const report = { ...trip.report, entries: records }
  const photos = isJournal ? shownPhotos(trip.photos, entries) : trip.photos
  return ok({ ...trip, ...plan.details, entries, photos, report: isJournal ? titled(report, plan) : report })
}

/** The report of a journal has the title of the trip, whose details are those of the plan. */
function titled(report: Trip['report'], { details: { title, authors, tags } }: ImportPlan): Trip['report'] {
  return { ...report, title, authors, tags }
}

function shownPhotos(photos: readonly Photo[], entries: readonly Entry[]): Photo[] {
  const shown = new Set(
    entries.flatMap(({ text }) => Array.from(text.matchAll(/photo:([0-9a-f-]{36})/g), ([, id]) => id)),
  )
  return photos.filter(({ id }) => shown.has(id))
}

/** @param timeZone the zone of the plan's times */
function makeEntry(entry: Entry, wanted: PlanEntry, link: string, timeZone: string): Entry {
  const { kind, title, day, speakers, session } = wanted
  const { id, text, tags, highlight, private: isPrivate } = entry
  const start = wanted.start === null ? null : instantAt(day, wanted.start, timeZone)
  const made = { ...newEntry(kind, day, start, id), text, tags, highlight, private: isPrivate }
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
