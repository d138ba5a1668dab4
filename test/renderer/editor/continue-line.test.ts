import { describe, expect, test } from 'vitest'
import { continueLine, indentItem, outdentItem } from '../../../renderer/editor/continue-line.ts'
import { run } from './commands.ts'

describe('Enter', () => {
  test.each([
    ['a bulleted list', '- one|', '- one\n- |'],
    ['a numbered list', '1. one|', '1. one\n2. |'],
    ['a list of tasks, with a task that is open', '- [x] done|', '- [x] done\n- [ ] |'],
    ['a quote', '> said|', '> said\n> |'],
    ['a nested list', '- one\n  - inner|', '- one\n  - inner\n  - |'],
  ])('goes on with %s', (_, before, after) => {
    expect(run(continueLine, before)).toBe(after)
  })

  test.each([
    ['a bulleted list', '- one\n- |', '- one\n\n|'],
    ['a numbered list', '1. one\n2. |', '1. one\n\n|'],
    ['a list of tasks', '- [ ] one\n- [ ] |', '- [ ] one\n\n|'],
    ['a quote', '> said\n> |', '> said\n\n|'],
  ])('on an empty line ends %s, with an empty line, so that what follows is no part of it', (_, before, after) => {
    expect(run(continueLine, before)).toBe(after)
  })

  test('ends a list that has only just begun without a trace', () => {
    expect(run(continueLine, 'Words\n\n- |')).toBe('Words\n\n|')
  })

  test('on an empty nested item goes one level out', () => {
    expect(run(continueLine, '- one\n  - inner\n  - |')).toBe('- one\n  - inner\n- |')
    expect(run(continueLine, '- [ ] one\n  - [ ] inner\n  - [ ] |')).toBe('- [ ] one\n  - [ ] inner\n- [ ] |')
  })

  test('numbers what comes after anew', () => {
    expect(run(continueLine, '1. one|\n2. two')).toBe('1. one\n2. |\n3. two')
  })

  test('leaves words and code to the usual key', () => {
    expect(run(continueLine, 'Words|')).toBeNull()
    expect(run(continueLine, '```\n- no list\n- |\n```')).toBeNull()
  })
})

describe('Tab', () => {
  test('makes an item a part of the one above', () => {
    expect(run(indentItem, '- one\n- two|')).toBe('- one\n  - two|')
  })

  test('stands under the words of a numbered item, and begins to count anew there', () => {
    expect(run(indentItem, '1. one\n2. two|')).toBe('1. one\n   1. two|')
    expect(run(indentItem, '1. one\n   1. two\n2. three|')).toBe('1. one\n   1. two\n   2. three|')
  })

  test('leaves the first item where it is, for there is nothing that it could be a part of', () => {
    expect(run(indentItem, 'Words\n\n- one|')).toBe('Words\n\n- one|')
  })

  test('outside of a list goes on to the next control', () => {
    expect(run(indentItem, 'Words|')).toBeNull()
    expect(run(outdentItem, 'Words|')).toBeNull()
  })

  test('with Shift takes an item out again', () => {
    expect(run(outdentItem, '- one\n  - two|')).toBe('- one\n- two|')
    expect(run(outdentItem, '1. one\n   1. two|')).toBe('1. one\n2. two|')
  })

  test('takes all selected items along', () => {
    expect(run(indentItem, '- one\n«- two\n- three»')).toBe('- one\n  «- two\n  - three»')
  })
})
