import { expect, test } from 'vitest'
import { bombs } from '../../attack/corpora/bombs.ts'
import { expectFound, expectHeld } from '../../attack/expect-rows.ts'
import { attackWithBombs } from '../../attack/import-bombs.ts'

const MEBIBYTE = 1024 * 1024

/** The real limits are 6 s, 100 ms and 640 MB. A machine that also runs other tests is given more. */
const limits = { answer: 25_000, block: 1000, memory: 900 * MEBIBYTE }

/** Each once did harm, or is of another kind than the others. */
const chosen = [
  'lists in lists as JSON, 19 MB',
  'a picture in an address, 15 MB',
  'words, 200 MB',
  'aliases of aliases',
  'bullets in one line, 450 KB',
]

test('a report that is huge, deep or a bomb is imported or refused in time and with little memory', async () => {
  const some = bombs.filter(({ name }) => chosen.includes(name))
  expect(some).toHaveLength(chosen.length)
  expectHeld(await attackWithBombs({ count: some.length, seed: 7, control: false }, limits, some))
})

test('the attack with bombs finds an import that reads in the main thread', async () => {
  const bomb = bombs.find(({ name }) => name === 'days, 2 MB')
  expectFound(await attackWithBombs({ count: 1, seed: 7, control: true }, { ...limits, block: 50 }, bomb && [bomb]))
})
