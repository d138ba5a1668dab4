import { expect, test } from 'vitest'
import { attackCalls } from '../../attack/calls.ts'
import { expectFound, expectHeld } from '../../attack/expect-rows.ts'

/** The real limit is a second. A machine that also runs other tests is given more. */
const limits = { answer: 20_000, job: 20_000, block: 5000, silence: 25_000 }

test('random calls of all channels reach nothing beside the library, and all are answered', async () => {
  const rows = await attackCalls({ count: 400, seed: 7, control: false }, limits)
  expectHeld(rows)
  expect(rows.map(({ tried }) => tried)).toEqual([400])
})

test('the attack on the channels finds a handler that reads, writes, throws, pollutes or hangs', async () => {
  expectFound(await attackCalls({ count: 150, seed: 11, control: true }, limits))
})
