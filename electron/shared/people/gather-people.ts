import { foldText } from '../fold-text.ts'
import { letterDistance } from '../letter-distance.ts'
import type { Session } from '../programme.ts'
import type { Entry, Link, Trip } from '../trip.ts'
import { noChoices, type PeopleChoices, personKey, type PersonChoice } from './choices.ts'

/** A person of a trip. */
export interface Person {
  /** Identifies the person in the trip. */
  readonly key: string
  readonly name: string
  /** Other spellings that were said to be the same person. */
  readonly otherNames: readonly string[]
  readonly role: string
  readonly affiliation: string
  readonly links: readonly Link[]
  readonly note: string
  /** The entries that name them, in the order of the journal. */
  readonly entryIds: readonly string[]
  /** The sessions of the programme in which they speak. */
  readonly sessionIds: readonly string[]
  /** Where and how they were met: "in the queue for coffee"; empty if they were not. */
  readonly context: string
  /** Whether there is an entry about meeting them. */
  readonly wasMet: boolean
}

/** What a trip says about people. */
export interface PeopleSources {
  readonly trip: Pick<Trip, 'entries'>
  readonly sessions: readonly Session[]
  readonly choices?: PeopleChoices
}

interface Draft {
  names: Map<string, number>
  roles: string[]
  affiliations: string[]
  entryIds: Set<string>
  sessionIds: Set<string>
  contexts: string[]
  wasMet: boolean
}

/**
 * The people of a trip, each once, by name: speakers of the programme and of talks, and people met. Two spellings are
 * one person only if they differ in nothing but case, accents and spaces, or if the user says so.
 */
export function gatherPeople({ trip, sessions, choices = noChoices }: PeopleSources): Person[] {
  const drafts = new Map<string, Draft>()
  const same = samePeople(choices)
  const draftOf = (name: string): Draft | null => {
    const shown = name.replaceAll(/\s+/g, ' ').trim()
    if (shown === '') return null
    const key = same(personKey(shown))
    const draft = drafts.get(key) ?? newDraft()
    draft.names.set(shown, (draft.names.get(shown) ?? 0) + 1)
    drafts.set(key, draft)
    return draft
  }
  for (const session of sessions) {
    for (const { name, role, affiliation } of session.speakers) {
      const draft = draftOf(name)
      draft?.sessionIds.add(session.id)
      draft?.roles.push(role)
      draft?.affiliations.push(affiliation)
    }
  }
  for (const entry of trip.entries) addEntry(entry, draftOf)
  for (const { key, name } of choices.people) {
    if (drafts.has(same(key)) || (name?.value ?? '') === '') continue
    draftOf(name?.value ?? '')
  }
  addMentions(trip.entries, drafts)
  const byKey = new Map(choices.people.map((choice) => [choice.key, choice]))
  const order = new Map(trip.entries.map(({ id }, index) => [id, index]))
  return Array.from(drafts, ([key, draft]) => toPerson(key, draft, byKey.get(key), order)).toSorted((a, b) =>
    a.name.localeCompare(b.name),
  )
}

const newDraft = (): Draft => ({
  names: new Map(),
  roles: [],
  affiliations: [],
  entryIds: new Set(),
  sessionIds: new Set(),
  contexts: [],
  wasMet: false,
})

function addEntry(entry: Entry, draftOf: (name: string) => Draft | null): void {
  if (entry.kind === 'talk') {
    for (const { name, role, affiliation } of entry.speakers) {
      const draft = draftOf(name)
      draft?.entryIds.add(entry.id)
      draft?.roles.push(role)
      draft?.affiliations.push(affiliation)
    }
  } else if (entry.kind === 'encounter') {
    const draft = draftOf(entry.who)
    if (draft === null) return
    draft.entryIds.add(entry.id)
    draft.roles.push(entry.role)
    draft.contexts.push(entry.context)
    draft.wasMet = true
  }
}

/** Adds the entries whose texts have a whole name of at least two words. */
function addMentions(entries: readonly Entry[], drafts: ReadonlyMap<string, Draft>): void {
  const byFirst = new Map<string, { words: string; draft: Draft }[]>()
  for (const draft of drafts.values()) {
    for (const name of draft.names.keys()) {
      const words = spaced(name)
      const [first = '', second] = words.split(' ')
      if (second === undefined) continue
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words: ` ${words} `, draft }])
    }
  }
  for (const { id, text } of entries) {
    const words = spaced(text)
    const all = ` ${words} `
    for (const word of new Set(words.split(' '))) {
      for (const one of byFirst.get(word) ?? []) if (all.includes(one.words)) one.draft.entryIds.add(id)
    }
  }
}

const spaced = (text: string) =>
  foldText(text)
    .replaceAll(/['’]s(?![\p{L}\p{N}])/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function toPerson(
  key: string,
  draft: Draft,
  choice: PersonChoice | undefined,
  order: ReadonlyMap<string, number>,
): Person {
  const names = [...draft.names].toSorted(([, a], [, b]) => b - a).map(([name]) => name)
  const name = chosen(choice?.name) ?? names[0] ?? key
  return {
    key,
    name,
    otherNames: names.filter((other) => other !== name),
    role: chosen(choice?.role) ?? firstFilled(draft.roles),
    affiliation: chosen(choice?.affiliation) ?? firstFilled(draft.affiliations),
    links: choice?.links?.value ?? [],
    note: choice?.note?.value ?? '',
    entryIds: [...draft.entryIds].toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
    sessionIds: [...draft.sessionIds],
    context: firstFilled(draft.contexts),
    wasMet: draft.wasMet,
  }
}

/** A value that the user has set; `null` if it is missing or was emptied. */
function chosen(value: { value: string } | null | undefined): string | null {
  const text = value?.value.trim() ?? ''
  return text === '' ? null : text
}

const firstFilled = (values: readonly string[]) => values.find((value) => value.trim() !== '')?.trim() ?? ''

/** The key of the person to whom a name belongs, with those who were said to be the same. */
function samePeople({ pairs }: PeopleChoices): (key: string) => string {
  const leaders = new Map<string, string>()
  const leaderOf = (key: string): string => {
    let leader = key
    while (leaders.has(leader)) leader = leaders.get(leader) ?? leader
    return leader
  }
  for (const { keys, otherTripId, isSame } of pairs) {
    if (otherTripId !== null || isSame !== true) continue
    const [one, other] = [leaderOf(keys[0]), leaderOf(keys[1])].toSorted()
    if (one !== undefined && other !== undefined && one !== other) leaders.set(other, one)
  }
  return leaderOf
}

/** Two people who may be one. */
export interface PossiblePair {
  readonly one: Person
  readonly other: Person
}

/** People of a trip whose names differ in one or two letters, or one of which is abbreviated, and who were not asked about. */
export function possiblePairs(people: readonly Person[], { pairs }: PeopleChoices): PossiblePair[] {
  const asked = new Set(
    pairs.flatMap(({ keys, otherTripId, isSame }) =>
      otherTripId === null && isSame !== null ? [keys.join('\n')] : [],
    ),
  )
  const byWord = new Map<string, Person[]>()
  const found: PossiblePair[] = []
  for (const person of people) {
    const words = person.key.split(' ')
    const others = new Set(words.flatMap((word) => byWord.get(word) ?? []))
    for (const other of others) {
      const isInEntries = person.entryIds.length + other.entryIds.length > 0
      if (!isInEntries || !looksSame(person.key, other.key)) continue
      if (!asked.has([person.key, other.key].toSorted().join('\n'))) found.push({ one: other, other: person })
    }
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), person])
  }
  return found
}

function looksSame(one: string, other: string): boolean {
  const [a, b] = [one.split(' '), other.split(' ')]
  if (a.length !== b.length || a.length < 2) return false
  return a.every((word, index) => {
    const like = b[index] ?? ''
    if (word === like) return true
    if (isInitial(word, like) || isInitial(like, word)) return true
    return Math.min(word.length, like.length) >= 4 && letterDistance(word, like, 1) === 1
  })
}

const isInitial = (short: string, long: string) => short.length === 1 && long.startsWith(short)
