import { type DraftEntry } from '../../../shared/import-draft.ts'
import { firstWords } from '../../../shared/entries/entry-name.ts'
import { newEntry } from '../../../shared/entries/new-entry.ts'
import { suggestDays } from '../../../shared/journal-days.ts'
import { MAX_IMPORTED_ENTRIES } from '../../../shared/import-limits.ts'
import { fail, ok } from '../../../shared/result.ts'
import { type Entry, MAX_TEXT, type TripDetails } from '../../../shared/trip.ts'
import { newTrip } from '../../edits/new-trip.ts'
import { guessLanguage } from '../guess-language.ts'
import type { Imported, ImportDefaults, Importer } from '../importer.ts'
import { lastPart } from '../open-bundle.ts'
import type { Journal, JournalEntry, JournalFormat } from './journal-format.ts'
import { JournalPictures } from './journal-pictures.ts'
import { LeftOut } from './left-out.ts'
import { lineOf } from './take-title.ts'

/** Makes an importer of a journal's format. */
export function journalImporter(format: JournalFormat): Importer {
  return {
    id: format.id,
    name: format.name,
    detect: (bundle) => format.detect(bundle),
    read(bundle, defaults, reportProgress) {
      const pictures = new JournalPictures(bundle.pictures)
      const leftOut = new LeftOut()
      const read = format.read({ bundle, pictures, leftOut, timeZone: defaults.timeZone, reportProgress })
      if (!read.ok) return read
      for (const name of [...pictures.unshown(), ...bundle.others.map(lastPart)]) leftOut.file(name)
      const entries = read.value.entries.filter((entry) => isImported(entry, leftOut)).toSorted(byTime)
      if (entries.length === 0) return fail('import.journal-empty')
      if (entries.length > MAX_IMPORTED_ENTRIES) {
        return fail('import.too-many-entries', { count: entries.length, limit: MAX_IMPORTED_ENTRIES })
      }
      return ok(importedOf({ ...read.value, entries }, { pictures, leftOut, defaults }))
    },
  }
}

/** Whether an entry says anything, and can be part of a trip. */
function isImported({ title, text, day, clock }: JournalEntry, leftOut: LeftOut): boolean {
  const name = title || [day, clock].filter(Boolean).join(' ')
  if (text.length > MAX_TEXT) leftOut.entry('unreadable', name)
  else if (title === '' && text.trim() === '') leftOut.entry('empty', name)
  else return true
  return false
}

function byTime(a: JournalEntry, b: JournalEntry): number {
  const [one, other] = [a, b].map(({ day, clock }) => `${day} ${clock ?? ''}`)
  return one === other || one === undefined || other === undefined ? 0 : one < other ? -1 : 1
}

interface Read {
  pictures: JournalPictures
  leftOut: LeftOut
  defaults: ImportDefaults
}

function importedOf({ title, entries }: Journal, { pictures, leftOut, defaults }: Read): Imported {
  const drafts = entries.map(draftOf)
  const suggested = suggestDays(drafts)
  const details = {
    title: lineOf(title) || NAMELESS,
    venue: '',
    city: '',
    country: '',
    timeZone: defaults.timeZone,
    language: guessLanguage(sampleOf(entries)) ?? defaults.language,
    authors: [],
    tags: [],
  }
  // A plan says which days the trip has.
  const trip: TripDetails = { ...details, ...(suggested ?? { firstDay: SOME_DAY, lastDay: SOME_DAY }) }
  const photos = [...pictures.photos]
  return {
    trip: { ...newTrip(trip), entries: entries.map(entryOf), photos: photos.map(([, { photo }]) => photo) },
    photos: new Map(photos.map(([id, { data }]) => [id, data])),
    draft: {
      isJournal: true,
      details,
      days: suggested && { ...suggested, source: 'journal' },
      entries: drafts,
      sections: [],
      pictures: photos.length,
      missing: [...pictures.missing],
      remarks: [...leftOut.remarks(), ...pictures.remarks],
    },
  }
}

/** Stands for the days of a trip until a plan says when it was. */
const SOME_DAY = '2000-01-01'
/** The title of a trip whose journal has no name. */
const NAMELESS = 'Journal'

function draftOf({ day, clock, zone, title, text }: JournalEntry): DraftEntry {
  return {
    kind: 'note',
    title: lineOf(title),
    speakers: [],
    session: 'talk',
    start: clock,
    end: null,
    day: { by: 'date', date: day },
    link: '',
    beginning: firstWords(text),
    section: 0,
    ...(zone !== null && { zone }),
  }
}

function entryOf({ day, title, text, tags, isStarred, isPrivate = false }: JournalEntry): Entry {
  const limited = [...new Set(tags.map(lineOf).filter(Boolean))].slice(0, 1000)
  const made = newEntry('note', day, null)
  return {
    ...made,
    text,
    tags: limited,
    highlight: isStarred,
    private: isPrivate,
    ...(made.kind === 'note' && { title }),
  }
}

/** Enough of the texts to tell their language. */
function sampleOf(entries: readonly JournalEntry[]): string {
  const texts: string[] = []
  let length = 0
  for (const { text } of entries.toReversed()) {
    if (length > 20_000) break
    texts.push(text)
    length += text.length
  }
  return texts.join('\n')
}
