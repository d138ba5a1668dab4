import { expect, test } from 'vitest'
import { programmeBombs } from '../../attack/corpora/programme-bombs.ts'
import { expectFound, expectHeld } from '../../attack/expect-rows.ts'
import { attackWithProgrammes } from '../../attack/import-programmes.ts'

const MEBIBYTE = 1024 * 1024

/** The real limits are 6 s, 100 ms and 640 MB. A machine that also runs other tests is given more. */
const limits = { answer: 25_000, block: 1000, memory: 900 * MEBIBYTE }

const chosen = [
  'a rule that no date fits',
  'a time zone whose rule no date fits',
  'entities of entities',
  'elements in elements',
  'sessions in XML, 19 MB',
  'rows of a table, 19 MB',
]

test('a programme that is huge, deep or a bomb is read or refused in time and with little memory', async () => {
  const some = programmeBombs.filter(({ name }) => chosen.includes(name))
  expect(some).toHaveLength(chosen.length)
  expectHeld(await attackWithProgrammes({ count: some.length, seed: 7, control: false }, limits, some))
}, 120_000)

test('the attack with programmes finds an import that reads in the main thread', async () => {
  const bomb = programmeBombs.find(({ name }) => name === 'lines with times, 19 MB')
  expectFound(
    await attackWithProgrammes({ count: 1, seed: 7, control: true }, { ...limits, block: 50 }, bomb && [bomb]),
  )
}, 120_000)
