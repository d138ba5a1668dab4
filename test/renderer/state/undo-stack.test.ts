import { expect, it } from 'vitest'
import { createUndoStack } from '../../../renderer/state/undo-stack.ts'

/** Steps that write down what becomes of them. */
function diary() {
  const written: string[] = []
  const write = (line: string, works: boolean) => () => {
    written.push(line)
    return Promise.resolve(works)
  }
  return {
    written,
    step: (label: string, works = true) => ({
      label,
      back: write(`-${label}`, works),
      again: write(`+${label}`, works),
    }),
  }
}

it('takes steps back from the newest, and does them again from the oldest', async () => {
  const stack = createUndoStack()
  const { written, step } = diary()
  stack.push(step('a'))
  stack.push(step('b'))
  for (let press = 0; press < 3; press++) await stack.undo()
  for (let press = 0; press < 3; press++) await stack.redo()
  expect(written).toEqual(['-b', '-a', '+a', '+b'])
})

it('does nothing again once something new was done', async () => {
  const stack = createUndoStack()
  const { step } = diary()
  stack.push(step('a'))
  await stack.undo()
  stack.push(step('b'))
  await expect(stack.redo()).resolves.toBeNull()
})

it('takes one step back out of the middle, once', async () => {
  const stack = createUndoStack()
  const { written, step } = diary()
  const first = step('a')
  stack.push(first)
  stack.push(step('b'))
  await expect(stack.undoStep(first)).resolves.toBe('a')
  await expect(stack.undoStep(first)).resolves.toBeNull()
  await stack.undo()
  expect(written).toEqual(['-a', '-b'])
})

it('keeps a step that did not come about', async () => {
  const stack = createUndoStack()
  const { written, step } = diary()
  stack.push(step('a', false))
  await expect(stack.undo()).resolves.toBeNull()
  await stack.undo()
  expect(written).toEqual(['-a', '-a'])
})
