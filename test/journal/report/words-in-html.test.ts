import { describe, expect, test } from 'vitest'
import { toSafeHtml } from '../../../electron/journal/html/safe-html.ts'
import { wordsOf } from '../../../electron/journal/html/elements.ts'
import { composePost } from '../../../electron/journal/report/compose-post.ts'
import { exportPost, findTarget } from '../../support/exports.ts'
import { remarkMessages, tripWithReport } from '../../support/composed-posts.ts'
import { someNote } from '../../support/library.ts'

const tripOf = (text: string) => tripWithReport([someNote({ title: 'Lunch', text })])

const swallowing = ['script', 'style', 'textarea', 'title', 'iframe', 'xmp', 'noembed', 'noframes', 'plaintext']
const odd = [...swallowing, 'template', 'select', 'noscript', 'svg', 'math', 'object', 'col', 'table', 'b', 'button']

/** An element within a line and as a block; closed or not. */
const shapes = (name: string): string[] => [
  `Before <${name}> inside </${name}> after.\n\nThe rest.`,
  `Before <${name}> inside after.\n\nThe rest.`,
  `Before.\n\n<${name}>\ninside\n</${name}>\n\nafter.\n\nThe rest.`,
  `Before.\n\n<${name}>\n\ninside\n\nafter.\n\nThe rest.`,
  `<${name}>Before inside\n\nafter.\n\nThe rest.`,
]

describe.each(['html', 'text'])('the words around HTML in an export to %s', (target) => {
  test.for(odd)('are all there, or what is left out is named: <%s>', async (name) => {
    for (const text of shapes(name)) {
      const { post } = composePost(tripOf(text))
      const exported = await exportPost(findTarget(target), post)
      const shown = target === 'html' ? wordsOf({ type: 'root', children: toSafeHtml(post.tree, 'en') }) : exported.text
      const told = [shown, ...exported.differences].join(' ')
      const lost = ['Before', 'after', 'The rest.'].filter((word) => !shown.includes(word))
      expect({ text, lost, isInsideTold: told.includes('inside') }).toEqual({ text, lost: [], isInsideTold: true })
    }
  })
})

test.for(swallowing)('a <%s> without an end is shown as plain text, and a remark says so', (name) => {
  for (const text of [`Before <${name}> inside.\n\nThe rest.`, `<${name}>\ninside\n\nThe rest.`]) {
    expect(remarkMessages(tripOf(text))).toContainEqual(expect.stringContaining('shown as plain text'))
  }
})

test('a comment without an end does not swallow the rest of the text', () => {
  const { post } = composePost(tripOf('Before.\n\n<!-- inside\n\nThe rest.'))
  expect(wordsOf({ type: 'root', children: toSafeHtml(post.tree, 'en') })).toContain('The rest.')
})

test('a remark names the words of a script, which nobody will see', () => {
  expect(remarkMessages(tripOf('Before <script>attack(1)</script> after.'))).toContain(
    '2 words inside HTML, such as the code of a script, are left out of the preview and of pages: attack 1',
  )
})

test('a page keeps the picture that it shows, and no other address to choose from', async () => {
  const html =
    '<picture><source srcset="https://evil.example/a.png"><img src="https://evil.example/b.png" longdesc="https://evil.example/c" alt="A tram"></picture>\n\n<blockquote cite="https://evil.example/d">Quoted.</blockquote>'
  const { text } = await exportPost(findTarget('html'), composePost(tripOf(html)).post)
  expect(text).not.toMatch(/<picture|<source|srcset|longdesc|cite=/)
  expect(text).toContain('A tram')
})
