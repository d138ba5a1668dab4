import { expect, test } from 'vitest'
import { countWords } from '../../electron/shared/words.ts'

test.for([
  ['', 0],
  ['...', 0],
  ['one', 1],
  ['Two words.', 2],
  ['don’t 3.14 in-browser e\u0301tude snake_case', 5],
  ['- a -b c- - d', 4],
  ['日本語', 3],
  ['日本語 and English', 5],
  ['v2日本', 3],
  ['x-日本', 3],
  ['x-y日本', 3],
] satisfies [string, number][])('%j has %d words', ([text, words]) => {
  expect(countWords(text)).toBe(words)
})

test('a word of fifteen million letters is one word', () => {
  expect(countWords('a'.repeat(15_000_000))).toBe(1)
})
