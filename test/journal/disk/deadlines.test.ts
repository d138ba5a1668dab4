import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Deadlines } from '../../../electron/journal/disk/deadlines.ts'

test('an operation that takes too long is given up once, also while others with more time are watched', async () => {
  const deadlines = new Deadlines()
  const given: string[] = []
  deadlines.watch(60_000, () => given.push('long'))
  deadlines.watch(30, () => given.push('short'))
  await expect.poll(() => given).toEqual(['short'])
  await pause(60)
  expect(given).toEqual(['short'])
})

test('an operation that has ended is not given up', async () => {
  const deadlines = new Deadlines()
  const given: string[] = []
  const end = deadlines.watch(20, () => given.push('ended'))
  deadlines.watch(60, () => given.push('pending'))
  end()
  await expect.poll(() => given).toEqual(['pending'])
})

test('operations that begin after a quiet time are watched again', async () => {
  const deadlines = new Deadlines()
  const given: string[] = []
  deadlines.watch(10, () => given.push('first'))
  await expect.poll(() => given).toEqual(['first'])
  deadlines.watch(10, () => given.push('second'))
  await expect.poll(() => given).toEqual(['first', 'second'])
})
