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
  ])('Enter continues %s', (_, before, after) => {
    expect(run(continueLine, before)).toBe(after)
  })

  test.each([
    ['a bulleted list', '- one\n- |', '- one\n\n|'],
    ['a numbered list', '1. one\n2. |', '1. one\n\n|'],
    ['a list of tasks', '- [ ] one\n- [ ] |', '- [ ] one\n\n|'],
    ['a quote', '> said\n> |', '> said\n\n|'],
  ])(
    'Enter on an empty line ends %s, with an empty line, so that what follows is not part of it',
    (_, before, after) => {
      expect(run(continueLine, before)).toBe(after)
    },
  )

  test('Enter ends a list that has just begun without a trace', () => {
    expect(run(continueLine, 'Words\n\n- |')).toBe('Words\n\n|')
  })

  test('Enter on an empty nested item moves one level out', () => {
    expect(run(continueLine, '- one\n  - inner\n  - |')).toBe('- one\n  - inner\n- |')
    expect(run(continueLine, '- [ ] one\n  - [ ] inner\n  - [ ] |')).toBe('- [ ] one\n  - [ ] inner\n- [ ] |')
  })

  test('Enter renumbers the following items', () => {
    expect(run(continueLine, '1. one|\n2. two')).toBe('1. one\n2. |\n3. two')
  })

  test('Enter in words and code keeps its usual function', () => {
    expect(run(continueLine, 'Words|')).toBeNull()
    expect(run(continueLine, '```\n- no list\n- |\n```')).toBeNull()
  })
})

describe('Tab', () => {
  test('Tab makes an item a child of the one above', () => {
    expect(run(indentItem, '- one\n- two|')).toBe('- one\n  - two|')
  })

  test('Tab aligns an item with the words of a numbered one, and restarts its numbering', () => {
    expect(run(indentItem, '1. one\n2. two|')).toBe('1. one\n   1. two|')
    expect(run(indentItem, '1. one\n   1. two\n2. three|')).toBe('1. one\n   1. two\n   2. three|')
  })

  test('Tab leaves the first item where it is, because there is nothing that it could be a child of', () => {
    expect(run(indentItem, 'Words\n\n- one|')).toBe('Words\n\n- one|')
  })

  test('Tab outside of a list moves to the next control', () => {
    expect(run(indentItem, 'Words|')).toBeNull()
    expect(run(outdentItem, 'Words|')).toBeNull()
  })

  test('Shift-Tab moves an item out again', () => {
    expect(run(outdentItem, '- one\n  - two|')).toBe('- one\n- two|')
    expect(run(outdentItem, '1. one\n   1. two|')).toBe('1. one\n2. two|')
  })

  test('Tab moves all selected items', () => {
    expect(run(indentItem, '- one\n«- two\n- three»')).toBe('- one\n  «- two\n  - three»')
  })
})
