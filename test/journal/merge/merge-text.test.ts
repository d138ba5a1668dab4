import { describe, expect, it } from 'vitest'
import { mergeText } from '../../../electron/journal/merge/merge-text.ts'
import { covers } from '../../../electron/journal/merge/merge-value.ts'

const merge = (base: string | undefined, newer: string, older: string) => mergeText({ base, newer, older })

const tenMegabytes = (word: string) =>
  Array.from({ length: 400_000 }, (_, index) => `${word} ${index}, and so on.`).join('\n\n')

describe('a text that was changed on both sides', () => {
  it('changes in different paragraphs are both kept, even in adjacent ones', () => {
    expect(merge('One.\n\nTwo.\n\nThree.', 'Eins.\n\nTwo.\n\nThree.', 'One.\n\nZwei.\n\nThree.')).toEqual({
      value: 'Eins.\n\nZwei.\n\nThree.',
      clash: false,
    })
  })

  it('changes in different items of a list are both kept', () => {
    expect(merge('- a\n- b\n- c\n', '- A\n- b\n- c\n', '- a\n- b\n- c\n- d\n')).toEqual({
      value: '- A\n- b\n- c\n- d\n',
      clash: false,
    })
  })

  it('a paragraph that one side removed stays removed, and the other side’s changes elsewhere are kept', () => {
    expect(
      merge('One.\n\nTwo.\n\nThree.\n\nFour.', 'Two.\n\nThree.\n\nFour.', 'One.\n\nTwo.\n\nThree.\n\nFour!'),
    ).toEqual({
      value: 'Two.\n\nThree.\n\nFour!',
      clash: false,
    })
  })

  it('changes of the same paragraph are a conflict', () => {
    expect(merge('One.', 'Eins.', 'Uno.')).toEqual({ value: 'Eins.', clash: true })
  })

  it('removing a paragraph that the other side changed is a conflict', () => {
    expect(merge('One.\n\nTwo.\n\nThree.', 'One.\n\nThree.', 'One.\n\nTwo, and more.\n\nThree.').clash).toBe(true)
  })

  it('line breaks of both kinds and blank lines are kept as typed', () => {
    expect(merge('One.\r\n\r\n\r\nTwo.\r\n', 'Eins.\r\n\r\n\r\nTwo.\r\n', 'One.\r\n\r\n\r\nZwei.\r\n').value).toBe(
      'Eins.\r\n\r\n\r\nZwei.\r\n',
    )
  })

  it('without a base, two texts are in conflict unless the newer one contains all of the older', () => {
    expect(merge(undefined, 'One and two.', 'One two.').clash).toBe(false)
    expect(merge(undefined, 'One.', 'One. Two.').clash).toBe(true)
  })

  it('ten megabytes that were rewritten on both sides are merged without a long search', () => {
    expect(merge(tenMegabytes('One'), tenMegabytes('Two'), tenMegabytes('Three')).clash).toBe(true)
  })
})

describe('covering a text', () => {
  it('a text covers another if it has all its words in order, whatever is in between', () => {
    expect(covers('the very last word', 'the last')).toBe(true)
    expect(covers('anything', '')).toBe(true)
  })

  it('a text does not cover another if a word is missing or elsewhere', () => {
    expect(covers('the last', 'last the')).toBe(false)
    expect(covers('the last', 'the last word')).toBe(false)
    expect(covers('', 'word')).toBe(false)
  })
})
