import { insertQuoteOf, leaveNamedQuote, quoteLinesOf } from '../../../renderer/editor/quote-of.ts'
import { describe, expect, test } from 'vitest'
import {
  insertTable,
  setHeading,
  toggleBulletedList,
  toggleNumberedList,
  toggleQuote,
  toggleTaskList,
} from '../../../renderer/editor/format-block.ts'
import { toggleBold, toggleCode, toggleItalic } from '../../../renderer/editor/format-inline.ts'
import { run } from './commands.ts'

describe('bold and italic', () => {
  test('bold and italic wrap the selection, and remove their marks again', () => {
    expect(run(toggleBold, 'a «word» here')).toBe('a **«word»** here')
    expect(run(toggleBold, 'a «word» here', 2)).toBe('a «word» here')
    expect(run(toggleItalic, 'a «word» here')).toBe('a *«word»* here')
  })

  test('bold and italic apply to the word at the cursor', () => {
    expect(run(toggleBold, 'a wo|rd here')).toBe('a **wo|rd** here')
  })

  test('bold and italic begin if there is no word, and end when the key is pressed again', () => {
    expect(run(toggleBold, 'a |')).toBe('a **|**')
    expect(run(toggleBold, 'a |', 2)).toBe('a |')
    expect(run(toggleBold, 'a **word|** here')).toBe('a **word**| here')
  })

  test('bold and italic exclude the spaces around a selection, where marks would not count', () => {
    expect(run(toggleBold, 'a« word »here')).toBe('a **«word»** here')
  })

  test('bold and italic do not interfere with each other', () => {
    expect(run(toggleItalic, 'a **«word»** here')).toBe('a ***«word»*** here')
    expect(run(toggleBold, 'a ***«word»*** here')).toBe('a *«word»* here')
  })

  test('bold and italic wrap each line of a list separately', () => {
    expect(run(toggleBold, '«- one\n- two»')).toBe('- **«one**\n- **two»**')
  })

  test('bold and italic absorb parts that already have them', () => {
    expect(run(toggleBold, '«a **b** c»')).toBe('**«a b c»**')
  })
})

describe('code', () => {
  test('code within a line is wrapped in backticks, more of them if the text contains some', () => {
    expect(run(toggleCode, 'a «word» here')).toBe('a `«word»` here')
    expect(run(toggleCode, 'a `«word»` here')).toBe('a «word» here')
    expect(run(toggleCode, 'a «`» here')).toBe('a `` «`» `` here')
  })

  test('code over several lines becomes a block', () => {
    expect(run(toggleCode, '«one\ntwo»')).toBe('```\n«one\ntwo»\n```')
  })
})

describe('lists, quotes and headings', () => {
  test('lists, quotes and headings convert lines into each other', () => {
    expect(run(toggleBulletedList, '«one\ntwo»')).toBe('- «one\n- two»')
    expect(run(toggleNumberedList, '«- one\n- two»')).toBe('«1. one\n2. two»')
    expect(run(toggleTaskList, '1. one|')).toBe('- [ ] one|')
  })

  test('lists, quotes and headings are removed by the same key', () => {
    expect(run(toggleBulletedList, '- one|')).toBe('one|')
    expect(run(toggleTaskList, '- [x] one|')).toBe('one|')
    expect(run(toggleQuote, '> said|')).toBe('said|')
  })

  test('lists, quotes and headings begin on an empty line, with the cursor after the marker', () => {
    expect(run(toggleBulletedList, '|')).toBe('- |')
    expect(run(toggleQuote, '|')).toBe('> |')
    expect(run(setHeading(2), '|')).toBe('## |')
  })

  test('lists and headings can be inside a quote', () => {
    expect(run(toggleBulletedList, '> one|')).toBe('> - one|')
  })

  test('the level of a heading can be changed and removed', () => {
    expect(run(setHeading(3), '# Title|')).toBe('### Title|')
    expect(run(setHeading(0), '# Title|')).toBe('Title|')
  })
})

describe('a new block', () => {
  test('a new block goes below the words of the line, with an empty line in between', () => {
    expect(run(insertQuoteOf(null), 'Wo|rds\n\nMore')).toBe('Words\n\n> |\n\nMore')
  })

  test('a new block replaces an empty line', () => {
    expect(run(insertQuoteOf(null), 'Words\n\n|')).toBe('Words\n\n> |')
  })

  test('a new table has its first heading selected', () => {
    expect(run(insertTable, '|')).toBe('| «Column» | Column |\n| --- | --- |\n|  |  |')
  })
})

describe('a quote of somebody', () => {
  test('a quote of somebody names the speaker in its last line', () => {
    expect(run(insertQuoteOf('Ada'), 'Words\n\n|')).toBe('Words\n\n> |\n>\n> — Ada')
    expect(run(quoteLinesOf('Ada'), 'One\nt|wo\nThree')).toBe('One\n> t|wo\n>\n> — Ada\nThree')
    expect(run(quoteLinesOf('Ada'), '|')).toBe('> |\n>\n> — Ada')
  })

  test('ending a quote adds no name', () => {
    expect(run(quoteLinesOf('Ada'), '> o|ne')).toBe('o|ne')
  })

  test('Enter in an empty line above the name goes behind the quote', () => {
    expect(run(leaveNamedQuote, '> One\n> |\n>\n> — Ada')).toBe('> One\n>\n> — Ada\n\n|')
    expect(run(leaveNamedQuote, '> |\n>\n> — Ada')).toBeNull()
  })
})
