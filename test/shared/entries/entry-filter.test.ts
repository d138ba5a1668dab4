import { expect, test } from 'vitest'
import { type EntryFilter, matchesFilter } from '../../../electron/shared/entries/entry-filter.ts'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import { emptyPlan, noMark } from '../../../electron/shared/programme.ts'
import type { Entry } from '../../../electron/shared/trip.ts'

const blank = newEntry('talk', '2026-04-14', null)
if (blank.kind !== 'talk') throw new Error('Not a talk.')
const talk: Entry = {
  ...blank,
  tags: ['City life'],
  highlight: true,
  speakers: [{ name: 'Jürgen  Bley', role: '', affiliation: '' }],
}

test.each<[EntryFilter, boolean]>([
  [{}, true],
  [{ kind: null, day: null, person: null, tag: null, starred: null, private: null }, true],
  [{ kind: 'talk' }, true],
  [{ kind: 'note' }, false],
  [{ day: '2026-04-14', starred: true }, true],
  [{ day: '2026-04-15' }, false],
  [{ starred: false }, false],
  [{ private: true }, false],
  [{ private: false }, true],
  [{ person: 'jurgen bley' }, true],
  [{ person: 'Bley' }, false],
  [{ tag: 'CITY life ' }, true],
  [{ tag: 'city' }, false],
  [{ attended: null }, true],
  [{ attended: true }, false],
])('the filter %j lets a starred talk by Jürgen Bley about city life through: %s', (filter, isLetThrough) => {
  expect(matchesFilter(talk, filter, emptyPlan)).toBe(isLetThrough)
})

test.each([
  ['attended', true],
  ['left-early', true],
  ['missed', false],
  ['planned', false],
  [null, false],
] as const)(
  'the filter for attended sessions lets an entry about a session with attendance %s through: %s',
  (attendance, isLetThrough) => {
    const sessionId = crypto.randomUUID()
    const plan = { marks: { [sessionId]: { ...noMark, attendance } } }
    expect(matchesFilter({ ...talk, sessionId }, { attended: true }, plan)).toBe(isLetThrough)
  },
)
