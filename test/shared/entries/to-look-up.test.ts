import { expect, test } from 'vitest'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import { lookUpsIn, tickTask } from '../../../electron/shared/entries/to-look-up.ts'
import type { Entry } from '../../../electron/shared/trip.ts'

const withText = (text: string): Entry => ({ ...newEntry('note', '2026-04-14', null), text })

test('links without an address, missing pictures and open tasks are found, and nothing in code', () => {
  const text = [
    'See [Barrieria]() and [this](https://example.org), ![the crowd]( ).',
    '- [ ] look at https://example.org/x',
    '- [x] done',
    '> 1. [ ] **ask** [Ada](https://example.org)',
    '```',
    '- [ ] code',
    '```',
    '- [ ]',
  ].join('\n')
  const found = lookUpsIn(withText(text))
  expect(found.map(({ kind, words }) => [kind, words])).toEqual([
    ['link', 'Barrieria'],
    ['picture', 'the crowd'],
    ['task', 'look at https://example.org/x'],
    ['task', 'ask Ada'],
    ['task', ''],
  ])
  expect(found.map(({ at }) => text.slice(...(at ?? [0, 0])))).toEqual([
    '[Barrieria]()',
    '![the crowd]( )',
    '[ ] look at https://example.org/x',
    '[ ] **ask** [Ada](https://example.org)',
    '[ ]',
  ])
})

test('a link of a talk without an address is to be looked up', () => {
  const links = [
    { label: 'slides', url: '' },
    { label: 'video', url: 'https://example.org' },
  ]
  const talk = { ...newEntry('talk', '2026-04-14', null), kind: 'talk', links } as Entry
  expect(lookUpsIn(talk)).toEqual([{ entryId: talk.id, kind: 'link', words: 'slides', at: null }])
})

test('a task is ticked at its place only', () => {
  expect(tickTask('- [ ] one\n- [ ] two', 12)).toBe('- [ ] one\n- [x] two')
  expect(tickTask('- [x] one', 2)).toBe('- [x] one')
})

test('a text full of brackets is read at once', () => {
  expect(lookUpsIn(withText(`${'['.repeat(300_000)}](`))).toEqual([])
  expect(lookUpsIn(withText('![a]('.repeat(100_000)))).toEqual([])
})
