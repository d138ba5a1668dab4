import { describe, expect, test } from 'vitest'
import { mergeChoices } from '../../../electron/journal/trip-folder/people.ts'
import { noChoices, type PeopleChoices, type PeopleEdit, personKey } from '../../../electron/shared/people/choices.ts'
import { currentPeopleEdit, editChoices } from '../../../electron/shared/people/edit-choices.ts'
import { gatherPeople, possiblePairs } from '../../../electron/shared/people/gather-people.ts'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import type { Entry } from '../../../electron/shared/trip.ts'

function talk(names: readonly string[], text = ''): Entry {
  const entry = newEntry('talk', '2026-04-14', null)
  if (entry.kind !== 'talk') throw new Error('Not a talk.')
  return { ...entry, text, speakers: names.map((name) => ({ name, role: '', affiliation: 'Heat Lab' })) }
}

function meeting(who: string, context: string): Entry {
  const entry = newEntry('encounter', '2026-04-14', null)
  if (entry.kind !== 'encounter') throw new Error('Not an encounter.')
  return { ...entry, who, context }
}

const gather = (entries: Entry[], choices: PeopleChoices = noChoices) =>
  gatherPeople({ trip: { entries }, sessions: [], choices })

const pair = (one: string, other: string, isSame: boolean | null): PeopleEdit => ({
  edit: 'pair',
  one: personKey(one),
  other: personKey(other),
  otherTripId: null,
  isSame,
})

describe('the people of a trip', () => {
  test('a speaker who was also met and named in a text is one person with three entries', () => {
    const entries = [
      talk(['Claudia Comito']),
      meeting('claudia  comito', 'at the poster'),
      talk([], 'Somebody quoted Claudia Comito’s slides.'),
    ]
    const [person, ...others] = gather(entries)
    expect(others).toEqual([])
    expect(person).toMatchObject({ affiliation: 'Heat Lab', context: 'at the poster', wasMet: true })
    expect(person?.entryIds).toEqual(entries.map(({ id }) => id))
  })

  test('two spellings are two people until the user says that they are one', () => {
    const entries = [talk(['Oleh Kostromin']), talk(['Oleh K.'])]
    const people = gather(entries)
    expect(people.map(({ name }) => name)).toEqual(['Oleh K.', 'Oleh Kostromin'])
    expect(possiblePairs(people, noChoices)).toHaveLength(1)
    const same = editChoices(noChoices, [pair('Oleh Kostromin', 'Oleh K.', true)], '2026-04-14T10:00:00Z')
    expect(gather(entries, same)).toHaveLength(1)
    const different = editChoices(same, [pair('Oleh Kostromin', 'Oleh K.', false)], '2026-04-14T10:01:00Z')
    expect(gather(entries, different)).toHaveLength(2)
    expect(possiblePairs(gather(entries, different), different)).toEqual([])
  })

  test('what the user says about a person wins over the entries, and an emptied value brings them back', () => {
    const key = personKey('Claudia Comito')
    const own = editChoices(noChoices, [{ edit: 'affiliation', key, value: 'Jülich' }], '2026-04-14T10:00:00Z')
    expect(gather([talk(['Claudia Comito'])], own)[0]?.affiliation).toBe('Jülich')
    const emptied = editChoices(own, [{ edit: 'affiliation', key, value: null }], '2026-04-14T10:01:00Z')
    expect(gather([talk(['Claudia Comito'])], emptied)[0]?.affiliation).toBe('Heat Lab')
  })
})

describe('choices about people', () => {
  test('the opposite of an edit brings back what was there before', () => {
    const key = personKey('Jay Miller')
    const before = editChoices(noChoices, [{ edit: 'note', key, value: 'Owes me a coffee.' }], '2026-05-15T10:00:00Z')
    const edit: PeopleEdit = { edit: 'note', key, value: 'Paid.' }
    const undo = currentPeopleEdit(before, edit)
    const after = editChoices(before, [edit], '2026-05-15T11:00:00Z')
    expect(editChoices(after, [undo], '2026-05-15T12:00:00Z').people[0]?.note?.value).toBe('Owes me a coffee.')
  })

  test('two computers that change different things about people keep both, and agree', () => {
    const key = personKey('Jay Miller')
    const base = editChoices(noChoices, [{ edit: 'role', key, value: 'organiser' }], '2026-05-15T10:00:00Z')
    const one = editChoices(base, [{ edit: 'note', key, value: 'Rescued me.' }], '2026-05-15T11:00:00Z')
    const other = editChoices(
      base,
      [{ edit: 'role', key, value: 'keynote speaker' }, pair('Jay Miller', 'J. Miller', true)],
      '2026-05-15T12:00:00Z',
    )
    const merged = mergeChoices(one, other)
    expect(merged).toEqual(mergeChoices(other, one))
    expect(merged.people[0]).toMatchObject({ role: { value: 'keynote speaker' }, note: { value: 'Rescued me.' } })
    expect(merged.pairs).toHaveLength(1)
  })
})
