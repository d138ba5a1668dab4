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

test('errors of a limited function are thrown as they are', () => {
  const deep = (depth: number): number => deep(depth + 1) + 1
  expect(() => runWithin(1_000, () => deep(0))).toThrow(RangeError)
  expect(() => runWithin(1_000, () => JSON.parse('{'))).toThrow(SyntaxError)
})
