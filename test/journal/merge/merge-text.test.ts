import { describe, expect, it } from 'vitest'
import { mergeText } from '../../../electron/journal/merge/merge-text.ts'
import { covers } from '../../../electron/journal/merge/merge-value.ts'

const merge = (base: string | undefined, newer: string, older: string) => mergeText({ base, newer, older })

const tenMegabytes = (word: string) =>
  Array.from({ length: 400_000 }, (_, index) => `${word} ${index}, and so on.`).join('\n\n')

describe('a text that was changed in two places', () => {
  it('has the changes of both where they are in different paragraphs, neighbours included', () => {
    expect(merge('One.\n\nTwo.\n\nThree.', 'Eins.\n\nTwo.\n\nThree.', 'One.\n\nZwei.\n\nThree.')).toEqual({
      value: 'Eins.\n\nZwei.\n\nThree.',
      clash: false,
    })
  })

  it('has the changes of both where they are in different items of a list', () => {
    expect(merge('- a\n- b\n- c\n', '- A\n- b\n- c\n', '- a\n- b\n- c\n- d\n')).toEqual({
      value: '- A\n- b\n- c\n- d\n',
      clash: false,
    })
  })

  it('has a paragraph that one side took out no longer, and keeps what the other wrote elsewhere', () => {
    expect(
      merge('One.\n\nTwo.\n\nThree.\n\nFour.', 'Two.\n\nThree.\n\nFour.', 'One.\n\nTwo.\n\nThree.\n\nFour!'),
    ).toEqual({
      value: 'Two.\n\nThree.\n\nFour!',
      clash: false,
    })
  })

  it('is in conflict where both changed the same paragraph', () => {
    expect(merge('One.', 'Eins.', 'Uno.')).toEqual({ value: 'Eins.', clash: true })
  })

  it('is in conflict where one side took out the paragraph in which the other wrote', () => {
    expect(merge('One.\n\nTwo.\n\nThree.', 'One.\n\nThree.', 'One.\n\nTwo, and more.\n\nThree.').clash).toBe(true)
  })

  it('keeps line breaks of either kind and blank lines as they were typed', () => {
    expect(merge('One.\r\n\r\n\r\nTwo.\r\n', 'Eins.\r\n\r\n\r\nTwo.\r\n', 'One.\r\n\r\n\r\nZwei.\r\n').value).toBe(
      'Eins.\r\n\r\n\r\nZwei.\r\n',
    )
  })

  it('is in conflict without a base, unless the newer says all that the older says', () => {
    expect(merge(undefined, 'One and two.', 'One two.').clash).toBe(false)
    expect(merge(undefined, 'One.', 'One. Two.').clash).toBe(true)
  })

  it('of ten megabytes that was written anew on both sides is answered without a search for what is left of it', () => {
    expect(merge(tenMegabytes('One'), tenMegabytes('Two'), tenMegabytes('Three')).clash).toBe(true)
  })
})

describe('a text covers another', () => {
  it('if it has all its words in their order, whatever stands between', () => {
    expect(covers('the very last word', 'the last')).toBe(true)
    expect(covers('anything', '')).toBe(true)
  })

  it('not if a word is missing or stands elsewhere', () => {
    expect(covers('the last', 'last the')).toBe(false)
    expect(covers('the last', 'the last word')).toBe(false)
    expect(covers('', 'word')).toBe(false)
  })
})
