import type { CheckedField } from '../../shared/check/remark.ts'
import { dayPart, entryPart, sectionPart } from '../../shared/report/post-places.ts'
import type { RemarkPlace } from '../../shared/report/post-places.ts'
import type { Entry, Trip } from '../../shared/trip.ts'
import { proseOf, type Word, wordsOf } from './words.ts'

/** A text of the trip, with its words. */
export interface CheckedText {
  readonly field: CheckedField
  /** The entry whose text it is; `null` for a text of the report. */
  readonly entry: Entry | null
  readonly at: RemarkPlace
  /** As it is stored. */
  readonly source: string
  readonly words: readonly Word[]
  /** `name`: a field that holds one name; `title`: that of a talk; `prose`: sentences. */
  readonly holds: 'name' | 'title' | 'room' | 'prose'
}

/** All texts of a trip that are checked. */
export function checkedTexts(trip: Trip): CheckedText[] {
  const { report } = trip
  const texts: CheckedText[] = []
  const add = (
    field: CheckedField,
    source: string,
    at: RemarkPlace,
    entry: Entry | null,
    holds: CheckedText['holds'] = 'prose',
  ) => {
    if (source.trim() === '') return
    texts.push({ field, entry, at, source, holds, words: wordsOf(holds === 'prose' ? proseOf(source) : source) })
  }

  add({ of: 'report', field: 'title' }, report.title, 'title', null)
  add({ of: 'report', field: 'lead' }, report.lead, 'lead', null)
  if (report.arrangement === 'day') {
    for (const [day, heading] of Object.entries(report.dayHeadings.own)) {
      add({ of: 'day-heading', day }, heading, dayPart(day), null)
    }
  } else {
    for (const { id, heading, text = '' } of report.sections) {
      add({ of: 'section', sectionId: id, field: 'heading' }, heading, sectionPart(id), null)
      add({ of: 'section', sectionId: id, field: 'text' }, text, sectionPart(id), null)
    }
  }
  for (const entry of trip.entries) {
    const at = entryPart(entry.id)
    const own = (field: Extract<CheckedField, { of: 'entry' }>['field'], text: string, holds?: CheckedText['holds']) =>
      add({ of: 'entry', entryId: entry.id, field }, text, at, entry, holds)
    if (entry.kind === 'encounter') {
      own('who', entry.who, 'name')
      own('role', entry.role)
      own('context', entry.context)
    } else {
      own('title', entry.title, entry.kind === 'talk' ? 'title' : 'prose')
    }
    if (entry.kind === 'talk') {
      own('shortTitle', entry.shortTitle, 'title')
      own('room', entry.room, 'room')
      for (const [index, { name }] of entry.speakers.entries()) {
        add({ of: 'speaker', entryId: entry.id, index }, name, at, entry, 'name')
      }
    }
    own('text', entry.text)
    const record = report.entries[entry.id]
    add({ of: 'telling', entryId: entry.id, field: 'heading' }, record?.heading ?? '', at, entry)
    add({ of: 'telling', entryId: entry.id, field: 'excerpt' }, record?.excerpt ?? '', at, entry)
  }
  add({ of: 'report', field: 'closing-heading' }, report.closing.heading, 'closing', null)
  add({ of: 'report', field: 'closing-text' }, report.closing.text, 'closing', null)
  return texts
}
