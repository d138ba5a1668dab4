import { compareInstants } from '../time.ts'
import type { PairChoice, PeopleChoices, PeopleEdit, PersonChoice } from './choices.ts'

/**
 * Makes changes to what the user says about people.
 *
 * @param at the moment of the changes; each is dated later than what it replaces, whatever the clocks of other computers
 * said
 */
export function editChoices(choices: PeopleChoices, edits: readonly PeopleEdit[], at: string): PeopleChoices {
  return edits.reduce((current, edit) => editOnce(current, edit, at), choices)
}

function editOnce(choices: PeopleChoices, edit: PeopleEdit, at: string): PeopleChoices {
  if (edit.edit === 'pair') {
    const { one, other, otherTripId, isSame } = edit
    const known = choices.pairs.find(isPairOf(edit))
    const pair: PairChoice = { keys: sorted(one, other), otherTripId, isSame, changedAt: after(known?.changedAt, at) }
    return { ...choices, pairs: [...choices.pairs.filter((choice) => choice !== known), pair].toSorted(byPair) }
  }
  const known = choices.people.find(({ key }) => key === edit.key) ?? blankChoice(edit.key)
  const changedAt = after(known[edit.edit]?.changedAt, at)
  const person: PersonChoice = { ...known, ...datedValue(edit, changedAt) }
  return { ...choices, people: [...choices.people.filter((one) => one !== known), person].toSorted(byKey) }
}

/** An emptied value is kept as such, so that it wins over an older one of another computer. */
function datedValue(edit: Exclude<PeopleEdit, { edit: 'pair' }>, changedAt: string): Partial<PersonChoice> {
  return edit.edit === 'links'
    ? { links: { value: edit.value ?? [], changedAt } }
    : { [edit.edit]: { value: edit.value ?? '', changedAt } }
}

/** The edit that brings back what an edit replaces. */
export function currentPeopleEdit({ people, pairs }: PeopleChoices, edit: PeopleEdit): PeopleEdit {
  if (edit.edit === 'pair') return { ...edit, isSame: pairs.find(isPairOf(edit))?.isSame ?? null }
  const known = people.find(({ key }) => key === edit.key)
  return edit.edit === 'links'
    ? { ...edit, value: known?.links?.value ?? null }
    : { ...edit, value: known?.[edit.edit]?.value ?? null }
}

const isPairOf =
  ({ one, other, otherTripId }: Extract<PeopleEdit, { edit: 'pair' }>) =>
  (pair: PairChoice) =>
    pair.otherTripId === otherTripId && pair.keys.join('\n') === sorted(one, other).join('\n')

export const blankChoice = (key: string): PersonChoice => ({
  key,
  name: null,
  role: null,
  affiliation: null,
  links: null,
  note: null,
})

function sorted(one: string, other: string): [string, string] {
  return one <= other ? [one, other] : [other, one]
}

const byKey = (a: PersonChoice, b: PersonChoice) => (a.key < b.key ? -1 : 1)

/** The order of the pairs in the file. */
export function byPair(a: PairChoice, b: PairChoice): number {
  return pairKey(a) < pairKey(b) ? -1 : 1
}

/** Identifies a pair. */
export const pairKey = ({ keys, otherTripId }: Pick<PairChoice, 'keys' | 'otherTripId'>) =>
  [...keys, otherTripId ?? ''].join('\n')

/** A moment that is later than another one, if possible the given one. */
function after(earlier: string | undefined, at: string): string {
  if (earlier === undefined || compareInstants(at, earlier) > 0) return at
  return new Date(Date.parse(earlier) + 1).toISOString()
}
