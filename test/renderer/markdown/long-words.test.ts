import { expect, test } from 'vitest'
import { partsOfLongWords } from '../../../renderer/markdown/long-words.ts'

const parts = (text: string, size: number) => partsOfLongWords(text, size).map(({ from, to }) => text.slice(from, to))

test('only words that are too long are divided', () => {
  expect(parts('short aaaaaaaaaa b', 4)).toEqual(['shor', 't', 'aaaa', 'aaaa', 'aa'])
  expect(parts('four four four', 4)).toEqual([])
  expect(parts('', 4)).toEqual([])
})

test('a part never ends within a character, below an accent or in a joined emoji', () => {
  for (const character of ['👩', 'e\u0301', '👩\u200d💻', '👍🏽']) {
    const word = character.repeat(20)
    const divided = parts(word, 5)
    expect(divided.join('')).toBe(word)
    for (const part of divided) expect(part.length % character.length).toBe(0)
  }
})
