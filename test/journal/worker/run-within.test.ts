import { expect, test } from 'vitest'
import { runWithin } from '../../../electron/journal/worker/run-within.ts'

const forever = (): never => {
  for (;;);
}

test('a function that never ends is interrupted after its time, and the thread goes on', () => {
  expect(runWithin(50, forever)).toBeNull()
  expect(runWithin(1_000, () => 'next')).toEqual({ value: 'next' })
})

test('a regular expression that never ends is interrupted as well', () => {
  expect(runWithin(50, () => /^(?:a+)+$/.test(`${'a'.repeat(100)}b`))).toBeNull()
})

test('a limited function can limit others, and the shorter time counts', () => {
  expect(runWithin(5_000, () => [runWithin(50, forever), runWithin(1_000, () => 1)])).toEqual({
    value: [null, { value: 1 }],
  })
  expect(runWithin(50, () => runWithin(5_000, forever))).toBeNull()
})

const idle = () => 0

const spin = (ms: number) => {
  const end = performance.now() + ms
  while (performance.now() < end);
  return 'done'
}

test('a function that did not get the processor is run again with more time, once', () => {
  expect(runWithin(100, () => spin(150), idle)).toEqual({ value: 'done' })
  expect(runWithin(20, forever, idle)).toBeNull()
})

test('a function that had the processor all the time is not run again', () => {
  let runs = 0
  let spent = 0
  const count = () => {
    runs++
    return forever()
  }
  expect(runWithin(20, count, () => (spent += 20))).toBeNull()
  expect(runs).toBe(1)
})

test('errors of a limited function are thrown as they are', () => {
  const deep = (depth: number): number => deep(depth + 1) + 1
  expect(() => runWithin(1_000, () => deep(0))).toThrow(RangeError)
  expect(() => runWithin(1_000, () => JSON.parse('{'))).toThrow(SyntaxError)
})
