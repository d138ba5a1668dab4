import { describe, expect, test } from 'vitest'
import {
  insertQuote,
  insertTable,
  setHeading,
  toggleBulletedList,
  toggleNumberedList,
  toggleQuote,
  toggleTaskList,
} from '../../../renderer/editor/format-block.ts'
import { insertLink, toggleBold, toggleCode, toggleItalic } from '../../../renderer/editor/format-inline.ts'
import { run } from './commands.ts'

describe('bold and italic', () => {
  test('wrap what is selected, and take the marks off again', () => {
    expect(run(toggleBold, 'a «word» here')).toBe('a **«word»** here')
    expect(run(toggleBold, 'a «word» here', 2)).toBe('a «word» here')
    expect(run(toggleItalic, 'a «word» here')).toBe('a *«word»* here')
  })

  test('take the word that the cursor is in', () => {
    expect(run(toggleBold, 'a wo|rd here')).toBe('a **wo|rd** here')
  })

  test('begin where there is no word, and end when the key is pressed again', () => {
    expect(run(toggleBold, 'a |')).toBe('a **|**')
    expect(run(toggleBold, 'a |', 2)).toBe('a |')
    expect(run(toggleBold, 'a **word|** here')).toBe('a **word**| here')
  })

  test('leave the spaces around a selection outside, where the marks would not count', () => {
    expect(run(toggleBold, 'a« word »here')).toBe('a **«word»** here')
  })

  test('do not mix each other up', () => {
    expect(run(toggleItalic, 'a **«word»** here')).toBe('a ***«word»*** here')
    expect(run(toggleBold, 'a ***«word»*** here')).toBe('a *«word»* here')
  })

  test('wrap each line of a list by itself', () => {
    expect(run(toggleBold, '«- one\n- two»')).toBe('- **«one**\n- **two»**')
  })

  test('take in what is bold already', () => {
    expect(run(toggleBold, '«a **b** c»')).toBe('**«a b c»**')
  })
})

describe('code', () => {
  test('within a line is set in backticks, more of them where the text has some', () => {
    expect(run(toggleCode, 'a «word» here')).toBe('a `«word»` here')
    expect(run(toggleCode, 'a `«word»` here')).toBe('a «word» here')
    expect(run(toggleCode, 'a «`» here')).toBe('a `` «`» `` here')
  })

  test('over several lines is a block', () => {
    expect(run(toggleCode, '«one\ntwo»')).toBe('```\n«one\ntwo»\n```')
  })
})

describe('a link', () => {
  test('is made of what is selected, with the cursor where the address goes', () => {
    expect(run(insertLink, 'see «this» there')).toBe('see [this](|) there')
  })

  test('is made of an address, with the cursor where the words go', () => {
    expect(run(insertLink, 'see «https://example.org»')).toBe('see [|](https://example.org)')
  })

  test('that is there gives its address to be changed', () => {
    expect(run(insertLink, 'see [th|is](https://example.org)')).toBe('see [this](«https://example.org»)')
  })
})

describe('lists, quotes and headings', () => {
  test('turn lines into each other', () => {
    expect(run(toggleBulletedList, '«one\ntwo»')).toBe('- «one\n- two»')
    expect(run(toggleNumberedList, '«- one\n- two»')).toBe('«1. one\n2. two»')
    expect(run(toggleTaskList, '1. one|')).toBe('- [ ] one|')
  })

  test('are taken off by the same key', () => {
    expect(run(toggleBulletedList, '- one|')).toBe('one|')
    expect(run(toggleTaskList, '- [x] one|')).toBe('one|')
    expect(run(toggleQuote, '> said|')).toBe('said|')
  })

  test('begin on an empty line, with the cursor behind the mark', () => {
    expect(run(toggleBulletedList, '|')).toBe('- |')
    expect(run(toggleQuote, '|')).toBe('> |')
    expect(run(setHeading(2), '|')).toBe('## |')
  })

  test('go inside a quote', () => {
    expect(run(toggleBulletedList, '> one|')).toBe('> - one|')
  })

  test('change the level of a heading, and make it plain', () => {
    expect(run(setHeading(3), '# Title|')).toBe('### Title|')
    expect(run(setHeading(0), '# Title|')).toBe('Title|')
  })
})

describe('a new block', () => {
  test('goes below the words of the line, with an empty line between', () => {
    expect(run(insertQuote, 'Wo|rds\n\nMore')).toBe('Words\n\n> |\n\nMore')
  })

  test('takes an empty line as it is', () => {
    expect(run(insertQuote, 'Words\n\n|')).toBe('Words\n\n> |')
  })

  test('may be a table, whose first heading is there to be overwritten', () => {
    expect(run(insertTable, '|')).toBe('| «Column» | Column |\n| --- | --- |\n|  |  |')
  })
})
