import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMarkdown } from '../../electron/journal/markdown/parse-markdown.ts'
import { wordsIn } from '../../electron/journal/report/read-fragment.ts'
import { resolveReferences } from '../../electron/journal/markdown/resolve-references.ts'
import { pathologicalTexts, shapeLengths } from '../support/pathological-texts.ts'
import { countReadWords, countWords } from '../../electron/shared/words.ts'

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

/** The rule for the beginning of a word as one pattern, which is plain but slow. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}'
const letter = `[[\\p{L}\\p{N}\\p{M}]--[${unspaced}]]`
const wordStart = new RegExp(`[${unspaced}]|(?<!${letter}['’._\\-]?)${letter}`, 'gv')

test('the words of any text are those that a pattern finds', () => {
  // Letters of one and of two units, marks, joints, scripts without spaces, and halves of a character.
  const character = fc.constantFrom(...Array.from(`aé1\u0301’'._- \n,日かไขក𝒜𠮷😀`), '\ud800', '\udc00')
  const text = fc.oneof(fc.string({ unit: character }), fc.string({ unit: 'binary' }))
  const sameCount = fc.property(text, (any) => countWords(any) === (any.match(wordStart) ?? []).length)
  expect(fc.check(sameCount, { numRuns: 500 })).toMatchObject({ counterexample: null })
})

test('a word of fifteen million letters is one word', () => {
  expect(countWords('a'.repeat(15_000_000))).toBe(1)
})

const id = 'f27f88d7-f250-4e80-913a-032cc77d9046'

test.for([
  ['read the [programme](https://conference.example/program?day=2) tonight', 4],
  [`one\n\n![A quiet street](photo:${id} "A caption")\n\ntwo`, 2],
  ['see https://conference.example/program?day=2 and <https://example.org/a/b>', 4],
  ['[a][b] c\n\n[b]: https://example.org/some/where "Title"', 2],
  ['A note.[^1]\n\n[^1]: The source.', 4],
  ['```js\nlet x = 1\n```\n\nafter', 4],
  ['- [x] done\n- [ ] not yet\n\n1. first\n2. second', 5],
  ['**Py**thon and _so_ on', 4],
  ['a <b>bold</b> word<br>and &nbsp; more', 5],
  ['snake\\_case and C\\#', 3],
  ['> quoted\n> words\n\n# Heading', 3],
  ['| a | b |\n| --- | --- |\n| c | [d](x) |', 4],
  ['[a (b) c](https://example.org/a_(b)) d', 4],
] satisfies [string, number][])('in %j, readers see %d words', ([text, words]) => {
  expect(countReadWords(text)).toBe(words)
  // The report counts what was parsed.
  expect(countWords(wordsIn(resolveReferences(parseMarkdown(text))))).toBe(words)
})

test('counting what readers see takes no longer than a blink, whatever the text', () => {
  const slow = pathologicalTexts.filter(({ write }) => {
    const text = write(shapeLengths.medium * 4)
    const before = process.cpuUsage()
    countReadWords(text)
    const { user, system } = process.cpuUsage(before)
    return user + system > 300_000
  })
  expect(slow.map(({ name }) => name)).toEqual([])
})
