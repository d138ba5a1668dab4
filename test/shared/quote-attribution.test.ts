import { expect, test } from 'vitest'
import { parseMarkdown } from '../../electron/journal/markdown/parse-markdown.ts'
import { stringifyMarkdown } from '../../electron/journal/markdown/stringify-markdown.ts'
import { mapNodes } from '../../electron/journal/markdown/map-nodes.ts'
import { isAttributionLine, separateAttribution } from '../../electron/shared/quote-attribution.ts'

const separate = (text: string) =>
  stringifyMarkdown(
    mapNodes(parseMarkdown(text), (node) => (node.type === 'blockquote' ? separateAttribution(node) : node)),
  ).trim()

test('the speaker of a quote gets a paragraph, also if the name is in the last line of the quote', () => {
  expect(separate('> No silver *bullet*.\n> — Oleh Kostromin')).toBe('> No silver *bullet*.\n>\n> — Oleh Kostromin')
  expect(separate('> One.\n> Two.\n> — [Oleh](https://example.org)')).toBe(
    '> One.\n> Two.\n>\n> — [Oleh](https://example.org)',
  )
})

test.for([
  '> No silver bullet.\n>\n> — Oleh Kostromin',
  '> No — never.',
  '> — Not a name\n> but a list of words',
  '> a\n>\n> - b',
])('the quote “%s” stays as it is', (text) => {
  expect(separate(text)).toBe(text)
})

test('a line of a quote is known to name its speaker', () => {
  expect(['> — Ada', '>— Ada', '> > — Ada'].map(isAttributionLine)).toEqual([true, true, true])
  expect(['— Ada', '> Ada — and more', '> —', '>'].map(isAttributionLine)).toEqual([false, false, false, false])
})
