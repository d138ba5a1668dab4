import { type PeopleChoices, peopleChoicesSchema, type PersonChoice } from '../../shared/people/choices.ts'
import { byPair, pairKey } from '../../shared/people/edit-choices.ts'
import { jsonFile } from './json-file.ts'
import { laterOf } from './later.ts'

/** What the user says about the people of a trip, in `people.json`. */
export const people = jsonFile({
  name: 'people.json',
  version: 1,
  schema: peopleChoicesSchema,
  merge: mergeChoices,
  maxBytes: 16 * 1024 * 1024,
})

/** For each choice, the later of the two wins; whatever only one side has is kept. */
export function mergeChoices(one: PeopleChoices, other: PeopleChoices): PeopleChoices {
  const persons = mergeBy(one.people, other.people, ({ key }) => key, mergePersons)
  const pairs = mergeBy(one.pairs, other.pairs, pairKey, (a, b) => laterOf(a, b, ({ changedAt }) => changedAt))
  return { people: persons.toSorted((a, b) => (a.key < b.key ? -1 : 1)), pairs: pairs.toSorted(byPair) }
}

function mergePersons(one: PersonChoice, other: PersonChoice): PersonChoice {
  return {
    key: one.key,
    name: laterValue(one.name, other.name),
    role: laterValue(one.role, other.role),
    affiliation: laterValue(one.affiliation, other.affiliation),
    links: laterValue(one.links, other.links),
    note: laterValue(one.note, other.note),
  }
}

function laterValue<T extends { changedAt: string } | null>(one: T, other: T): T {
  return laterOf(one, other, (value) => value?.changedAt ?? null)
}

function mergeBy<T>(one: readonly T[], other: readonly T[], keyOf: (item: T) => string, merge: (a: T, b: T) => T): T[] {
  const merged = new Map(one.map((item) => [keyOf(item), item]))
  for (const item of other) {
    const mine = merged.get(keyOf(item))
    merged.set(keyOf(item), mine === undefined ? item : merge(mine, item))
  }
  return [...merged.values()]
}
