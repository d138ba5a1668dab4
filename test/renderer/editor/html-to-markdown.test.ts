import { describe, expect, test } from 'vitest'
import { htmlToMarkdown } from '../../../renderer/editor/html-to-markdown.ts'

describe('web content from the clipboard', () => {
  test('pasted web content keeps headings, emphasis, links, lists, quotes and code', () => {
    const html = `<h2>Title</h2><p>Some <b>bold</b> and <em>leaning</em> words, <a href="https://example.org/a">a link</a>.</p>
      <ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul><ol><li>first</li><li>second</li></ol>
      <blockquote><p>said</p></blockquote><pre><code>let x = 1
</code></pre>`
    expect(htmlToMarkdown(html)).toBe(
      [
        '## Title',
        'Some **bold** and *leaning* words, [a link](https://example.org/a).',
        '- one\n  - inner\n- two',
        '1. first\n2. second',
        '> said',
        '```\nlet x = 1\n```',
      ].join('\n\n'),
    )
  })

  test('pasted tables and struck words become those of GitHub', () => {
    const html = '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td><del>2</del></td></tr></table>'
    expect(htmlToMarkdown(html)).toBe('| A | B     |\n| - | ----- |\n| 1 | ~~2~~ |')
  })

  test('pasted scripts, styles and handlers are dropped with their contents', () => {
    const html = `<style>p{color:red}</style><script>alert(1)</script><p onclick="alert(2)">Words</p>
      <iframe src="https://example.org"></iframe><template>hidden</template>`
    expect(htmlToMarkdown(html)).toBe('Words')
  })

  test('a pasted address that could run does not become a link', () => {
    expect(htmlToMarkdown('<a href="javascript:alert(1)">press</a>')).not.toContain('javascript:')
  })

  test('pasted brackets that are not a link stay brackets', () => {
    const markdown = htmlToMarkdown('<p>[hyperscalers like AWS services](not a link)</p>')
    expect(markdown).toBe('\\[hyperscalers like AWS services]\\(not a link)')
  })

  test('a pasted picture from the web becomes a link', () => {
    expect(htmlToMarkdown('<p>See <img src="https://example.org/p.png" alt="the hall"></p>')).toBe(
      'See [the hall](https://example.org/p.png)',
    )
    expect(htmlToMarkdown('<p>See <img src="data:image/png;base64,AAAA" alt="x"> it</p>')).toBe(
      'See  it'.replace('  ', ' '),
    )
  })

  test('the bold and italic styles of word processors are recognized', () => {
    const html =
      '<b style="font-weight:normal" id="docs-internal"><p><span style="font-weight:700">Bold</span>, <span style="font-style:italic">leaning</span>, plain</p></b>'
    expect(htmlToMarkdown(html)).toBe('**Bold**, *leaning*, plain')
  })

  test('whole documents can be pasted, as the clipboard of Windows contains them', () => {
    const html =
      '<html><head><title>No words</title></head><body><!--StartFragment--><p>Words</p><!--EndFragment--></body></html>'
    expect(htmlToMarkdown(html)).toBe('Words')
  })
})
