import { describe, expect, test } from 'vitest'
import { splitFrontMatter, textOf, textsOf } from '../../../electron/journal/markdown/front-matter.ts'
import { MAX_DEPTH } from '../../../electron/journal/markdown/limit-depth.ts'
import { mapNodes } from '../../../electron/journal/markdown/map-nodes.ts'
import { outline } from '../../../electron/journal/markdown/outline.ts'
import { parseMarkdown } from '../../../electron/journal/markdown/parse-markdown.ts'
import { resolveReferences } from '../../../electron/journal/markdown/resolve-references.ts'
import { stringifyMarkdown } from '../../../electron/journal/markdown/stringify-markdown.ts'
import { takeCensus } from '../../../electron/journal/markdown/census.ts'

function texts(markdown: string): string[] {
  return outline(parseMarkdown(markdown)).map(({ kind, text }) => `${kind}: ${text}`)
}

describe('reading Markdown', () => {
  test('a single tilde is just a tilde', () => {
    expect(texts('It took ~5 to ~6 minutes, ~or so~.')).toEqual(['paragraph: It took ~5 to ~6 minutes, ~or so~.'])
  })

  test('brackets that look like a checkbox outside of a list are kept', () => {
    expect(texts('-\n[ ] a\n\n[x] b')).toEqual(['listItem: ', 'paragraph: [ ] a', 'paragraph: [x] b'])
  })

  test('checkboxes in lists are recognized', () => {
    expect(outline(parseMarkdown('- [x] a\n- [ ] b\n- c')).map(({ detail }) => detail)).toEqual(['• [x]', '• [ ]', '•'])
  })

  test('line ends of every kind are accepted', () => {
    expect(texts('a\r\n\r\nb\rc')).toEqual(texts('a\n\nb\nc'))
  })

  test.each([
    ['quotes', '>'.repeat(2 * MAX_DEPTH) + ' the words'],
    ['lists', Array.from({ length: MAX_DEPTH }, (_, depth) => `${'  '.repeat(depth)}- the words`).join('\n')],
    ['links and emphasis', '*'.repeat(1) + '[a **'.repeat(MAX_DEPTH) + 'the words'],
    ['lists in one line', '- '.repeat(3000) + 'the words'],
  ])('the words of %s that are nested too deeply are kept', (_, markdown) => {
    const tree = parseMarkdown(markdown)
    expect(
      outline(tree)
        .map(({ text }) => text)
        .join(' '),
    ).toContain('the words')
    expect(stringifyMarkdown(tree)).toContain('the words')
  })
})

function write(value: string): string {
  return stringifyMarkdown({
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
  }).trim()
}

describe('writing Markdown', () => {
  test.each([
    'D&I and AT&T, a & b',
    'snake_case and C#',
    'He said “few need \\[hyperscalers]”.',
    '- [Day 2]({{< relref "day_2" >}}) and {{% note %}}*now*{{% /note %}}',
    '[a](https://example.org/a_(b))',
    '<https://example.org>, <me@example.org>',
  ])('%j is written nearly as it was typed', (markdown) => {
    const written = stringifyMarkdown(parseMarkdown(markdown)).trim()
    expect(outline(parseMarkdown(written))).toEqual(outline(parseMarkdown(markdown)))
    expect(written.replace(/\\/g, '')).toBe(markdown.replace(/\\/g, ''))
  })

  test('only what would be misread is escaped', () => {
    expect(write('AT&T & D&I')).toBe('AT&T & D&I')
    expect(write('&amp; &copy; &#38;')).toBe('\\&amp; \\&copy; \\&#38;')
    expect(write('a\\&b')).toBe('a\\\\&b')
    expect(write('a_b _c_')).toBe('a_b \\_c\\_')
    expect(write('1. a')).toBe('1\\. a')
    expect(write('{{< x >}} *a*')).toBe('{{< x >}} \\*a\\*')
  })
})

test('changing nodes does not modify the given tree, and shares what stays', () => {
  const tree = parseMarkdown('a ![x](y)\n\nb\n\n![z](y)')
  const before = JSON.stringify(tree)
  const changed = mapNodes(tree, (node) => (node.type === 'image' ? null : node))
  expect(JSON.stringify(tree)).toBe(before)
  expect(outline(changed).map(({ text }) => text)).toEqual(['a', 'b'])
  expect(changed.children[1]).toBe(tree.children[1])
  expect(mapNodes(tree, (node) => node)).toBe(tree)
})

test('if a label is defined twice, the first definition counts, as everywhere', () => {
  const tree = resolveReferences(parseMarkdown('[a]\n\n[a]: one\n[A]: two\n\n![b][a] [c][ A ]'))
  expect(outline(tree).flatMap(({ kind, detail }) => (kind === 'paragraph' ? [] : [detail]))).toEqual([
    'one',
    'one',
    'one',
  ])
})

test('a census counts the contents of a text, and a paragraph of pictures as pictures', () => {
  expect(takeCensus(parseMarkdown('# A\n\nb [c](d)\n\n- e\n  - f\n\n> g\n\n![h](i) ![j](k)\n\n```\nl\n```'))).toEqual({
    headings: 1,
    paragraphs: 2,
    listItems: 2,
    quotes: 1,
    links: 1,
    pictures: 2,
  })
})

describe('front matter', () => {
  test('front matter is removed, and its values are kept as written', () => {
    const text = '---\ntitle: No\nyear: 2026\ndraft: true\ntime: 10:30\ntags: [no, 1.10]\nempty:\n---\n\nBody\n'
    const { fields, body, problem } = splitFrontMatter(text)
    expect(fields).toEqual({ title: 'No', year: '2026', draft: 'true', time: '10:30', tags: ['no', '1.10'], empty: '' })
    expect([body, problem]).toEqual(['\nBody\n', null])
  })

  test('front matter can be TOML', () => {
    const { fields, body } = splitFrontMatter(
      '+++\ntitle = "T"\ndate = 2026-01-31T19:00:00+01:00\nday = 2026-01-31\nn = 1\n+++\nBody',
    )
    expect([
      textOf(fields['title']),
      textOf(fields['date']).slice(0, 10),
      textOf(fields['day']),
      textOf(fields['n']),
      body,
    ]).toEqual(['T', '2026-01-31', '2026-01-31', '1', 'Body'])
  })

  test.each(['---\n\nWords.\n\n---\n', '---\nno end: here\n', '# A\n\n---\n\na: b\n\n---\n', '----\na: b\n----\n', ''])(
    '%j is not front matter',
    (text) => {
      expect(splitFrontMatter(text)).toEqual({ fields: {}, body: text, problem: null })
    },
  )

  test('a list in front matter can be written as a list, as one text, or as people', () => {
    expect(textsOf(['a', ' b\nc ', '', { name: 'Ada', url: 'x' }, 1, null])).toEqual(['a', 'b c', 'Ada', '1'])
    expect(textsOf('one')).toEqual(['one'])
    expect(textsOf({ name: 'Ada' })).toEqual(['Ada'])
    expect(textsOf(undefined)).toEqual([])
  })
})
