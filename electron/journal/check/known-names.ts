import type { PeopleChoices } from '../../shared/people/choices.ts'
import { fieldsOf, fieldValue } from '../../shared/entries/fields.ts'
import type { Programme, Session } from '../../shared/programme.ts'
import type { Trip } from '../../shared/trip.ts'
import { isCommonWord } from '../importers/talks/common-words.ts'
import { plainWord, wordsOf } from './words.ts'

export type NameKind = 'person' | 'place' | 'room' | 'community'

/** What is compared. The programme and the choices are missing if the trip has none. */
export interface CheckedTrip {
  readonly trip: Trip
  readonly programme: Programme | null
  readonly choices: PeopleChoices | null
}

/** A name that is known to be right, or is at least written somewhere. */
export interface KnownName {
  readonly kind: NameKind
  /** As it is written where it is right. */
  readonly name: string
  /** 3: from the programme, the details of the trip or a choice of the user; 2: from a field; 1: from a text. */
  readonly rank: 1 | 2 | 3
  readonly words: readonly { readonly text: string; readonly plain: string }[]
}

export function toName(kind: NameKind, name: string, rank: KnownName['rank']): KnownName {
  const shown = name.replaceAll(/\s+/g, ' ').trim()
  return { kind, name: shown, rank, words: wordsOf(shown).map(({ text, plain }) => ({ text, plain })) }
}

/** The words of a name as a key. */
export const keyOf = (words: readonly { readonly plain: string }[]) => words.map(({ plain }) => plain).join(' ')

/** The names that the programme, the trip's details and the user vouch for. */
export function vouchedNames({ trip, programme, choices }: CheckedTrip): KnownName[] {
  const sessions = programme?.sessions ?? []
  const people = [
    ...sessions.flatMap(({ speakers }) => speakers.map(({ name }) => name)),
    ...trip.authors,
    ...trip.report.authors,
    ...(choices?.people.map(({ name }) => name?.value ?? '') ?? []),
  ]
  const communities = [
    ...trip.tags,
    ...trip.report.tags,
    trip.title,
    programme?.title ?? '',
    ...(programme?.tracks ?? []),
    ...sessions.flatMap(({ speakers }) => speakers.map(({ affiliation }) => affiliation)),
    ...trip.entries.flatMap(({ tags }) => tags),
    ...(choices?.people.map(({ affiliation }) => affiliation?.value ?? '') ?? []),
  ]
  return distinct([
    ...people.map((name) => toName('person', name, 3)),
    ...[trip.venue, trip.city, trip.country].map((name) => toName('place', name, 3)),
    ...[...(programme?.rooms ?? []), ...sessions.map(({ room }) => room)].map((name) => toName('room', name, 3)),
    ...communities.map((name) => toName('community', name, 3)),
  ])
}

/** The names in the fields of the trip's entries, with the number of fields that have them. */
export function fieldNames({ trip, programme }: CheckedTrip): Map<KnownName, number> {
  const counts = new Map<string, { name: KnownName; count: number }>()
  const add = (kind: NameKind, text: string) => {
    const name = toName(kind, text, 2)
    if (name.words.length === 0) return
    const key = `${kind} ${keyOf(name.words)}`
    const known = counts.get(key)
    if (known === undefined) counts.set(key, { name, count: 1 })
    else known.count++
  }
  for (const entry of trip.entries) {
    if (entry.kind === 'encounter') add('person', entry.who)
    for (const field of fieldsOf(entry.kind)) {
      if (field.type !== 'rows') continue
      for (const row of fieldValue(entry, field)) {
        add('person', row['name'] ?? '')
        add('community', row['affiliation'] ?? '')
      }
    }
    if (entry.kind === 'talk' && (programme?.rooms.length ?? 0) === 0) add('room', entry.room)
  }
  return new Map(Array.from(counts.values(), ({ name, count }) => [name, count]))
}

function distinct(names: readonly KnownName[]): KnownName[] {
  const kept = new Map<string, KnownName>()
  for (const name of names) {
    const key = `${name.kind} ${keyOf(name.words)}`
    if (name.words.length > 0 && !kept.has(key)) kept.set(key, name)
  }
  return [...kept.values()]
}

/** Whether a word tells one name from another: "Europium" does, "Room" does not. */
export function isDistinctive({ plain, text }: { plain: string; text: string }): boolean {
  return plain.length >= 4 && !/\d/.test(plain) && !isCommonWord(text) && !generic.has(plain)
}

/** Words of places that other places have too. */
const generic = new Set(
  (
    'ballroom hall saal salle sala raum zaal auditorium amphi amphitheatre convention conference congress centre center ' +
    'exhibition university universite universitat universidad college institute theatre hotel foyer lobby plenary ' +
    'breakout seminar lecture level floor building tower plaza north south east west upper lower main great grand'
  ).split(' '),
)

/** The words of the programme's titles and abstracts, and of all vouched names: none of them is a mistake. */
export function vouchedWords(programme: Programme | null, names: readonly KnownName[]): Set<string> {
  const words = new Set<string>()
  const addAll = (text: string) => {
    for (const [word] of text.matchAll(/[\p{L}\p{N}\p{M}'’]+/gu)) words.add(plainWord(word.replace(/['’]s?$/i, '')))
  }
  const addSession = ({ title, subtitle, abstract, type, track, links }: Session) => {
    for (const text of [title, subtitle, abstract, type, track, ...links.map(({ label }) => label)]) addAll(text)
  }
  programme?.sessions.forEach(addSession)
  for (const name of names) for (const { plain } of name.words) words.add(plain)
  return words
}
