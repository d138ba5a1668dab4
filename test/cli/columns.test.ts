import { expect, test } from 'vitest'
import { columns } from '../../electron/cli/columns.ts'

const rows = (names: readonly string[]) =>
  columns(
    ['TRIP', 'DAYS'],
    names.map((name) => [name, 3]),
  ).split('\n')

test('a table aligns numbers to the right and ends no line with spaces', () => {
  expect(
    columns(
      ['TRIP', 'DAYS', 'CITY'],
      [
        ['PyCon', 12, 'Darmstadt'],
        ['Deno Day', 3, ''],
      ],
    ),
  ).toBe(['TRIP      DAYS  CITY', 'PyCon       12  Darmstadt', 'Deno Day     3'].join('\n'))
})

test('a cell with line breaks and tabs stays on one line of the table', () => {
  expect(rows(['one\n\ttwo'])).toEqual(['TRIP     DAYS', 'one two     3'])
})

test.each([
  ['ideographs', '東京', 4],
  ['full-width letters', 'ＡＢ', 4],
  ['half-width katakana', 'ﾃｽﾄ', 3],
  ['an emoji of several people', '👩‍👩‍👧', 2],
  ['a flag', '🇵🇹', 2],
  ['a character that a selector turns into an emoji', '\u2708\ufe0f', 2],
  ['a letter with a combining accent', 'e\u0301', 1],
  ['a zero-width space', 'a\u200bb', 2],
])('a table gives %s the width that a terminal gives them', (_, name, width) => {
  const [, other, line] = rows(['ten-places', name])
  expect(other).toBe('ten-places     3')
  expect(line).toBe(`${name}${' '.repeat(10 - width)}     3`)
})
