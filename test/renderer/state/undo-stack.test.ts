import { expect, it } from 'vitest'
import { createUndoStack } from '../../../renderer/state/undo-stack.ts'

/** Steps that record what happens to them. */
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

it('steps are undone from the newest, and redone from the oldest', async () => {
  const stack = createUndoStack()
  const { written, step } = diary()
  stack.push(step('a'))
  stack.push(step('b'))
  for (let press = 0; press < 3; press++) await stack.undo()
  for (let press = 0; press < 3; press++) await stack.redo()
  expect(written).toEqual(['-b', '-a', '+a', '+b'])
})

it('nothing can be redone once something new was done', async () => {
  const stack = createUndoStack()
  const { step } = diary()
  stack.push(step('a'))
  await stack.undo()
  stack.push(step('b'))
  await expect(stack.redo()).resolves.toBeNull()
})

it('a single step can be undone out of order, once', async () => {
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

it('a step that failed is kept', async () => {
  const stack = createUndoStack()
  const { written, step } = diary()
  stack.push(step('a', false))
  await expect(stack.undo()).resolves.toBeNull()
  await stack.undo()
  expect(written).toEqual(['-a', '-a'])
})
