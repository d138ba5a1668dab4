import { expect, test } from 'vitest'
import { wordsOfHtml } from '../../../renderer/editor/words-of-html.ts'
import { pathologicalTexts, shapeLengths } from '../../support/pathological-texts.ts'

test.each([
  ['blocks are lines', '<h2>Title</h2>\n<p>Some <b>bold</b> words</p><p>More</p>', 'Title\nSome bold words\nMore'],
  ['entities are characters', '<p>a &amp; b &lt;c&gt; &unknown;</p>', 'a & b <c> &unknown;'],
  ['scripts, styles and comments are left out', '<style>p{}</style><script>x<y</script><!-- > --><p>a</p>', 'a'],
  ['words after markup that does not end are kept', '<p>a</p><script>b <i>c</i> <d', 'a\nb c <d'],
])('%s in the words of web content', (_, html, words) => {
  expect(wordsOfHtml(html)).toBe(words)
})

test('the words of half a megabyte of web content in any shape are found at once', { timeout: 20_000 }, () => {
  const shapes = [...pathologicalTexts.map(({ write }) => write(shapeLengths.large)), '<script>'.repeat(56_000)]
  for (const html of shapes) expect(wordsOfHtml(html).length).toBeLessThanOrEqual(html.length)
})
