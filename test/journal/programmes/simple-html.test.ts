import { readdirSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { convert, convertAny } from '../../../electron/journal/programmes/markdown-of.ts'
import { readSimpleHtml } from '../../../electron/journal/programmes/simple-html.ts'
import { htmlOfMixture } from '../../../electron/journal/programmes/simple-mixture.ts'
import { hasSampleProgrammes, sampleProgramme, sampleProgrammes } from '../../support/read-programmes.ts'

/** Every text in JSON, or in XML with its references decoded once, that has a tag or a reference. */
function textsIn(name: string): string[] {
  const content = new TextDecoder().decode(sampleProgramme(name))
  const texts = new Set<string>()
  if (name.endsWith('.json')) {
    JSON.parse(content, (_, value: unknown) => {
      if (typeof value === 'string') texts.add(value)
      return value
    })
  } else {
    for (const [, text = ''] of content.matchAll(/>([^<]+)</g)) {
      texts.add(text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
    }
  }
  return [...texts].filter((text) => /[<&]/.test(text)).map((text) => text.replaceAll(/\r\n?/g, '\n').trim())
}

const samples = hasSampleProgrammes
  ? readdirSync(sampleProgrammes, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(json|xml)$/.test(name))
  : []

test.skipIf(!hasSampleProgrammes)('each text of the samples becomes what the converter of all HTML makes of it', () => {
  let simple = 0
  const texts = new Set(samples.flatMap(textsIn).filter((text) => text.includes('<')))
  for (const text of texts) {
    const shape = /^\s*<(?:p|h\d|ul|ol|div)[\s>]/i.test(text) ? 'html' : 'markdown'
    expect(convert(text, shape)).toBe(convertAny(text, shape))
    if (isSimple(text, shape)) simple++
  }
  expect(simple / texts.size).toBeGreaterThan(0.9)
})

function isSimple(text: string, shape: 'html' | 'markdown'): boolean {
  const html = shape === 'html' ? text : htmlOfMixture(text)
  return html !== null && readSimpleHtml(html) !== null
}

describe('simple HTML becomes what the converter of all HTML makes of it', () => {
  it.each([
    ['paragraphs', '<p>One</p>\n\n<P>Two, &amp; more</P><p></p><p>&nbsp;</p>three'],
    ['words beside blocks', 'One <b>two</b>\n<h2>Three</h2> four <ul>\n<li>five</li>\n</ul> six'],
    [
      'emphasis',
      '<p>A <em>b</em>, <i>c</i>; <strong>d</strong> <b>e</b>f<b> g </b>h <em>(i)</em> <em>j<b>k</b></em></p>',
    ],
    ['line breaks', '<p><br>a<br/>b <br />\n c<br><br>d<br></p>'],
    [
      'links',
      '<p><a href="https://example.org/a_b?c=d&amp;e=f">g</a>, <a href=https://example.org/>https://example.org/</a></p>',
    ],
    ['code', '<p>Run <code>make  all</code> or <tt>a_b*c</tt><kbd>|</kbd></p>'],
    ['lists', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><ol>\n<li>d\n<li></ol>'],
    ['lists in lists', '<ul><li>a<ol><li>b</li><li>c</li></ol></li><li><p>d</p><p>e</p></li></ul>'],
    ['quotes', '<blockquote>a<p>b</p><ul><li>c</li></ul></blockquote><blockquote><p>d<br>e</p></blockquote>'],
    ['headings', '<h1>A # b</h1><h3>c<br>d</h3><h6><em>e</em></h6>'],
    [
      'signs of Markdown',
      '<p># a</p><p>1. b</p><p>- c</p><p>d * e_f __g__ [h](i) `j` ~~k~~ | l \\ m</p><p>+ n<br>> o<br>= p</p>',
    ],
    ['addresses without a link', '<p>https://example.org, www.example.org and me@example.org, {{< x >}} &lt;b&gt;</p>'],
    ['parts of other blocks', '<p>a <span style="x">b</p><p>c</span> d</p>'],
  ])('%s', (_, html) => {
    expect(convert(html, 'html')).toBe(convertAny(html, 'html'))
  })

  it.each([
    ['paragraphs with tags', 'One <b>two</b>\nthree_four\n\n<br/>\nfive\n<ul>\n<li>six</li>\n\n<li>seven</li>\n</ul>'],
    ['a list', 'One: <i>x</i>\n - two\n - three\nfour\n\nfive <b>six</b>'],
    [
      'all that Markdown has',
      '# A\n\n<b>*b*</b> `<c>` [d](e)\n\n1. f\n\n> g\n\n    h\n\ni  \nj\\\nk\n===\n\n- l\n\n- m',
    ],
    ['addresses', '<b>a</b> https://example.org me@example.org @me www.example.org &copy; &copy &amp; &'],
    [
      'a list that begins at the end of a line',
      'One <b>two</b>: <ul>\n<li>three</li>\n</ul>\nfour:<ol>\n<li>five</li></ol>',
    ],
    ['signs at the beginning', '========\n<b>a</b>\n\n-- b\n\n: c\n\n+d\n\n2) e'],
  ])('so does Markdown with HTML in it: %s', (_, text) => {
    expect(convert(text, 'markdown')).toBe(convertAny(text, 'markdown'))
  })
})

const RUNS = 100

const words = fc.stringMatching(
  /^(?:[a-z]{1,3}|[ \n]|[0-9]{1,2}[.)]|[#*_`~[\]()!<>&\\|:=+.@"'-]|&amp;|&lt;|&eacute;|é|— |w\.|s:\/|\{\{){1,7}$/,
)
const plainWords = fc.stringMatching(/^(?:[a-z]{1,3}|[ \n]|[,.()'"-]|&amp;|é|— |[0-9]){1,7}$/)
const text = fc.oneof({ weight: 3, arbitrary: plainWords }, words)
const { html } = fc.letrec<{ phrase: string; phrases: string; block: string; html: string }>((tie) => ({
  phrase: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    text,
    fc.constantFrom('<br>', '<br />\n', '<code>a_b</code>', '<code>x  y</code>'),
    fc
      .tuple(fc.constantFrom('em', 'i', 'b', 'strong', 'span'), tie('phrases'))
      .map(([name, inside]) => `<${name}>${inside}</${name}>`),
    fc
      .tuple(
        fc.constantFrom('https://example.org/', 'https://example.org/a_(b)?c&amp;d', 'mailto:a@example.org', '#x'),
        tie('phrases'),
      )
      .map(([url, inside]) => `<a href="${url}">${inside}</a>`),
    fc.constant('<a href="https://example.org/">https://example.org/</a>'),
  ),
  phrases: fc.array(tie('phrase'), { maxLength: 4 }).map((all) => all.join('')),
  block: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc
      .tuple(fc.constantFrom('p', 'p', 'p', 'h1', 'h3'), tie('phrases'))
      .map(([name, inside]) => `<${name}>${inside}</${name}>`),
    tie('phrases'),
    fc
      .tuple(fc.constantFrom('ul', 'ol'), fc.array(tie('html'), { minLength: 1, maxLength: 3 }))
      .map(([name, items]) => `<${name}>\n${items.map((item) => `<li>${item}</li>`).join('\n')}</${name}>`),
    tie('html').map((inside) => `<blockquote>${inside}</blockquote>`),
  ),
  html: fc.array(tie('block'), { maxLength: 3 }).map((all) => all.join('\n')),
}))

test('any simple HTML becomes what the converter of all HTML makes of it', () => {
  fc.assert(
    fc.property(html, (written) => {
      expect(convert(written, 'html')).toBe(convertAny(written, 'html'))
    }),
    { numRuns: RUNS },
  )
})

const line = fc.oneof(
  text,
  text.map((inside) => `- ${inside}`),
  html,
  fc.constantFrom('', '', '<br>', '<b>x</b> y', '</span>'),
)

test('so does any Markdown with simple HTML in it', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
      const written = [...lines, '', 'a <b>b</b>'].join('\n').trim()
      expect(convert(written, 'markdown')).toBe(convertAny(written, 'markdown'))
    }),
    { numRuns: RUNS },
  )
})
