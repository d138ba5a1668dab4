import { expect, it, vi } from 'vitest'
import { createUndoStack, type Outcome, type Step } from '../../../renderer/state/undo-stack.ts'

/** Steps that record what happens to them. */
function diary() {
  const written: string[] = []
  const write = (line: string, outcome: Outcome) => () => {
    written.push(line)
    return Promise.resolve(outcome)
  }
  return {
    written,
    step: (label: string, outcome: Outcome = 'done', more: Partial<Step> = {}): Step => ({
      label: () => label,
      back: write(`-${label}`, outcome),
      again: write(`+${label}`, outcome),
      ...more,
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

it('steps are undone one after the other, however fast the keys come', async () => {
  const stack = createUndoStack()
  const written: string[] = []
  const slow = (label: string): Step => ({
    label: () => label,
    async back() {
      await new Promise((resolve) => setTimeout(resolve, 20))
      written.push(label)
      return 'done'
    },
    again: () => Promise.resolve('done'),
  })
  for (const label of ['a', 'b', 'c']) stack.push(slow(label))
  await Promise.all([stack.undo(), stack.undo(), stack.undo()])
  expect(written).toEqual(['c', 'b', 'a'])
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
  await expect(stack.undoStep(first)).resolves.toMatchObject({ step: first, outcome: 'done' })
  await expect(stack.undoStep(first)).resolves.toBeNull()
  await stack.undo()
  expect(written).toEqual(['-a', '-b'])
})

it('a step that is refused is kept, to be tried again', async () => {
  const stack = createUndoStack()
  const { written, step } = diary()
  stack.push(step('a', 'refused'))
  await expect(stack.undo()).resolves.toMatchObject({ outcome: 'refused' })
  await stack.undo()
  expect(written).toEqual(['-a', '-a'])
})

it('a step that others have overtaken is dropped, and the one before it stays for the next time', async () => {
  const stack = createUndoStack()
  const { written, step } = diary()
  stack.push(step('a'))
  stack.push(step('b', 'overtaken'))
  await expect(stack.undo()).resolves.toMatchObject({ outcome: 'overtaken' })
  await stack.undo()
  await stack.redo()
  await stack.redo()
  expect(written).toEqual(['-b', '-a', '+a'])
})

it('a step without an effect is passed over, in both directions', async () => {
  const stack = createUndoStack()
  const { step } = diary()
  const [first, second] = [step('a'), step('b', 'idle')]
  stack.push(first)
  stack.push(second)
  await expect(stack.undo()).resolves.toMatchObject({ step: first })
  await expect(stack.redo()).resolves.toMatchObject({ step: first })
  await expect(stack.redo()).resolves.toBeNull()
})

it('what is typed in one place in one go is one step, until a pause, another place or another step', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const stack = createUndoStack()
  const { step } = diary()
  const grown: object[] = []
  const typed = (place: string) => step(place, 'done', { place, grow: (fields) => grown.push(fields) > 0 })
  stack.push(typed('title'))
  expect(stack.grow('title', { title: 'ab' })).toBe(true)
  expect(stack.grow('text', { text: 'a' })).toBe(false)
  stack.push(typed('text'))
  expect(stack.grow('title', { title: 'abc' })).toBe(false)
  expect(stack.grow('text', { text: 'ab' })).toBe(true)
  stack.endGo()
  expect(stack.grow('text', { text: 'abc' })).toBe(false)
  stack.push(typed('text'))
  vi.advanceTimersByTime(10_000)
  expect(stack.grow('text', { text: 'abcd' })).toBe(false)
  expect(grown).toEqual([{ title: 'ab' }, { text: 'ab' }])
  vi.useRealTimers()
})

it('a step that was typed away again is forgotten', async () => {
  const stack = createUndoStack()
  const { written, step } = diary()
  stack.push(step('a'))
  stack.push(step('title', 'done', { place: 'title', grow: () => false }))
  stack.grow('title', { title: '' })
  await stack.undo()
  expect(written).toEqual(['-a'])
})

it('no step is forgotten while another one is undone, for it would be missing when that is redone', async () => {
  const stack = createUndoStack()
  const { written, step } = diary()
  const blank = step('blank')
  const forgotten: boolean[] = []
  const move = step('move', 'done', {
    back: () => {
      // Undoing leads to another entry, and the one that is left is empty.
      forgotten.push(stack.forget(blank, 'blank'))
      return Promise.resolve('done')
    },
  })
  stack.push(blank)
  stack.push(move)
  await stack.undo()
  await stack.undo()
  expect(forgotten).toEqual([false])
  expect(written).toEqual(['-blank'])
})
