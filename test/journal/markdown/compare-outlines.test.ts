import { assert, array, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignLists } from '../../../electron/journal/markdown/align-lists.ts'
import { compareOutlines } from '../../../electron/journal/markdown/compare-outlines.ts'
import { outline } from '../../../electron/journal/markdown/outline.ts'
import { parseMarkdown } from '../../../electron/journal/markdown/parse-markdown.ts'
import { resolveReferences } from '../../../electron/journal/markdown/resolve-references.ts'
import { render } from '../../../electron/shared/messages/translate.ts'
import { randomMarkdown } from '../../support/random-markdown.ts'

function differences(meant: string, found: string): string[] {
  const [one, other] = [meant, found].map((text) => outline(resolveReferences(parseMarkdown(text))))
  return compareOutlines(one ?? [], other ?? []).map(render)
}

describe('differences between two texts', () => {
  test.each([
    ['a\n\nb\n\nc', 'a\n\nc', ['Missing: the paragraph “b”.']],
    ['a\n\nc', 'a\n\nb\n\nc', ['Not in the post: the paragraph “b”.']],
    ['The “end”.', 'The "end".', ['The paragraph “The “end”.” reads “The "end".” instead.']],
    ['a – b', 'a - b', ['The paragraph “a – b” reads “a - b” instead.']],
    ['a & b', 'a and b', ['The paragraph “a & b” reads “a and b” instead.']],
    ['a&nbsp;b', 'a b', ['The paragraph “a\u00A0b” reads “a b” instead.']],
    ['## 1. A', '### 1. A', ['The heading “1. A” is at level 3 instead of 2.']],
    ['*a*', 'a', ['The emphasis differs in the paragraph “a”.']],
    ['\\*a\\*', '*a*', ['The paragraph “*a*” reads “a” instead.']],
    [
      '[a](https://b.example)',
      '[a](https://c.example)',
      ['The link “a” leads to https://c.example instead of https://b.example.'],
    ],
    ['\\[a]\n\n[a]: b', '[a]\n\n[a]: b', ['The paragraph “[a]” reads “a” instead.', 'Not in the post: the link “a”.']],
    ['![a](b.png)', '![c](b.png)', ['The picture “a” reads “c” instead.']],
    ['![a](b.png "c")', '![a](b.png)', ['The picture “a” has “b.png” where the post has “b.png c”.']],
    ['![a](b.png)', '', ['Missing: the picture “a”.']],
    ['- a\n- b', '- b\n- a', ['Missing: the list item “a”.', 'Not in the post: the list item “a”.']],
    ['1. a', '2. a', ['The list item “a” has “2.” where the post has “1.”.']],
    ['- [x] a', '- [ ] a', ['The list item “a” has “• [ ]” where the post has “• [x]”.']],
    [
      '- a\n  - b',
      '- a\n- b',
      ['The list item “b” stands outside of lists and quotes instead of in a list at depth 1.'],
    ],
    [
      '> a',
      'a',
      ['Missing: the quote.', 'The paragraph “a” stands outside of lists and quotes instead of in a quote.'],
    ],
    ['a  \nb', 'a b', ['The paragraph “a\nb” reads “a b” instead.']],
    ['```js\na\n```', '```ts\na\n```', ['The code “a” has “ts” where the post has “js”.']],
    ['|a|b|\n|-|-|\n|c|d|', '|a|b|\n|-|-|\n|d|c|', ['The table row “c | d” reads “d | c” instead.']],
    [
      'a[^1]\n\n[^1]: b',
      'a',
      ['The paragraph “a[^1]” reads “a” instead.', 'Missing: the footnote “1”.', 'Missing: the paragraph “b”.'],
    ],
    ['---', '', ['Missing: the rule.']],
  ])('%j and %j differ', (meant, found, sentences) => {
    expect(differences(meant, found)).toEqual(sentences)
  })

  test('a difference in a long paragraph is shown with its surroundings', () => {
    const start = 'This goes on and on. '.repeat(20)
    expect(differences(`${start}Here.`, `${start}There.`)).toEqual([
      'The paragraph “…his goes on and on. Here.” reads “…his goes on and on. There.” instead.',
    ])
  })

  test('the number of sentences about differences is limited', () => {
    const many = Array.from({ length: 250 }, (_, index) => `Paragraph ${index}.`)
    const sentences = differences(many.join('\n\n'), '')
    expect(sentences).toHaveLength(101)
    expect(sentences.at(-1)).toBe('And 150 more differences.')
  })
})

describe('equal texts', () => {
  test.each([
    ['a\nb', 'a b'],
    ['* a\n\n* b', '- a\n- b'],
    ['__a__ _b_', '**a** *b*'],
    ['A\n===', '# A'],
    ['[a][b]\n\n[b]: https://c.example', '[a](https://c.example)'],
    ['a[^x]\n\n[^x]: b', 'a[^y]\n\n[^y]: b'],
    ['    a', '```\na\n```'],
    ['a\n\n#\n\nb', 'a\n\nb'],
    ['[a](https://b.example/ä)', '[a](https://b.example/%C3%A4)'],
  ])('%j and %j are equal, although they are written differently', (one, other) => {
    expect(differences(one, other)).toEqual([])
  })
})

function sorted(items: readonly string[]): string {
  return items.toSorted().join('')
}

test('the differences between two lists turn one into the other', () => {
  const list = array(constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 30 })
  assert(
    property(list, list, (before, after) => {
      const changes = alignLists(before, after, (item) => item)
      const missing = changes.flatMap((change) => change.missing)
      const added = changes.flatMap((change) => change.added)
      expect(sorted([...before, ...added])).toBe(sorted([...after, ...missing]))
      expect(changes.length === 0).toBe(before.join() === after.join())
    }),
  )
})

test('a text does not differ from itself', () => {
  assert(
    property(randomMarkdown, (text) => {
      expect(differences(text, text)).toEqual([])
    }),
  )
})
