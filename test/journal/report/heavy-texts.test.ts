import { describe, expect, test } from 'vitest'
import { toMarkdownTree } from '../../../electron/journal/html/markdown-tree.ts'
import { toSafeHtml } from '../../../electron/journal/html/safe-html.ts'
import { parseMarkdown } from '../../../electron/journal/markdown/parse-markdown.ts'
import { composePost } from '../../../electron/journal/report/compose-post.ts'
import { wordsIn } from '../../../electron/journal/report/read-fragment.ts'
import { runWithin } from '../../../electron/journal/worker/run-within.ts'
import { pathologicalTexts, shapeNamed } from '../../support/pathological-texts.ts'
import { remarksOf, tripWithReport } from '../../support/composed-posts.ts'
import { someNote } from '../../support/library.ts'

const noteWith = (text: string) => tripWithReport([someNote({ title: 'Heavy', text })])

const plainly = expect.stringContaining('shown as plain text')

test.for([
  ['a line with thousands of bullets', '- '.repeat(5_000) + 'x'],
  ['thousands of closing brackets', shapeNamed('closing brackets').write(50_000)],
  ['a table of millions of cells', shapeNamed('a wide head over short rows').write(50_000)],
  ['ten thousand list items', '- x\n'.repeat(12_000)],
  ['quotes in quotes in quotes', '> '.repeat(90) + '- '.repeat(20) + 'x'],
  ['two thousand elements that are never closed', '<b>'.repeat(2_000)],
] as const)('%s are shown as plain text, and a remark on the entry says so', ([, text]) => {
  const trip = noteWith(`${text}\n\nThe last words.`)
  const { post } = composePost(trip)
  expect(wordsIn(post.tree)).toContain('The last words.')
  expect(remarksOf(trip)).toContainEqual({ message: plainly, at: `entry ${trip.entries[0]?.id}` })
})

test('an ordinary long text keeps its formatting, and no remark is made on it', () => {
  const trip = noteWith('- One **bold** word, a [link](https://example.org) and `code`.\n\n> Quoted.\n\n'.repeat(100))
  expect(remarksOf(trip)).not.toContainEqual(expect.objectContaining({ message: plainly }))
  expect(composePost(trip).post.tree.children).toHaveLength(202)
})

describe('HTML in a text', () => {
  test('thousands of empty elements are read back from HTML in a moment', () => {
    const html = toSafeHtml(parseMarkdown('x ' + '<a href="x"></a>'.repeat(2_000) + '<b></b> y'), 'en')
    const read = runWithin(5_000, () => toMarkdownTree(html))
    expect(read && wordsIn(read.value)).toContain('y')
  })

  test('no shape of text overflows the stack on its way to HTML', () => {
    for (const { write } of pathologicalTexts.filter(({ kind }) => kind === 'html')) {
      const { post } = composePost(noteWith(write(10_000)))
      expect(toSafeHtml(post.tree, 'en').length).toBeGreaterThan(0)
    }
  })
})
