import { expect, test } from 'vitest'
import { checkTrip } from '../../electron/journal/check/check-trip.ts'
import { suggestedChange } from '../../electron/shared/check/apply-suggestion.ts'
import { someNote, tripWith } from '../support/library.ts'

const note = someNote({ text: 'We met in Darmstad. Later, Darmstad was dark, and Darmstadt quiet.' })

test('a suggestion changes the words in question, and no others', () => {
  const trip = tripWith([note])
  const [first] = checkTrip({ trip, programme: null, choices: null })
  expect(first && suggestedChange(trip, first)).toEqual({
    of: 'entry',
    entryId: note.id,
    changes: { text: 'We met in Darmstadt. Later, Darmstad was dark, and Darmstadt quiet.' },
  })
})

test('a suggestion is dropped if its words have changed since the check', () => {
  const trip = tripWith([note])
  const [first] = checkTrip({ trip, programme: null, choices: null })
  const changed = { ...trip, entries: [{ ...note, text: `Oh. ${note.text}` }] }
  expect(first && suggestedChange(changed, first)).toBeNull()
})
