import { expect, test } from 'vitest'
import { findWord } from '../../../renderer/report/find-word.ts'

test.each([
  ['the second of two', 'a bear and a bear', { word: 'bear', before: 1 }, 13],
  ['one behind an address', '[slides](https://example.org) and **more**', { word: 'more', before: 0 }, 36],
  ['the last one there is if the text has fewer', 'one bear', { word: 'bear', before: 3 }, 4],
  ['none that is not written like this', 'a &amp; b', { word: '&', before: 0 }, 2],
  ['none at all', 'text', { word: 'word', before: 0 }, null],
  ['nothing', 'text', { word: '', before: 0 }, null],
])('a clicked word is found in the Markdown: %s', (_, markdown, clicked, expected) => {
  expect(findWord(markdown, clicked)).toBe(expected)
})
