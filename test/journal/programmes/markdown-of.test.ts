import { describe, expect, it } from 'vitest'
import { markdownOf, plainLineOf } from '../../../electron/journal/programmes/markdown-of.ts'

describe('the text of a programme becomes Markdown', () => {
  it.each([
    ['plain text and Markdown stay as they are', 'So *that*\n\n- one\n- two', 'So *that*\n\n- one\n- two'],
    ['line ends become LF, and control characters go', 'a\r\nb\u0000c\u0007', 'a\nbc'],
    [
      'HTML is converted',
      '<p>One</p>\n<p>Two <b>bold</b></p><ul><li>a</li><li>b</li></ul>',
      'One\n\nTwo **bold**\n\n- a\n- b',
    ],
    ['a line break is kept', 'x<br>y<br/>z', 'x\\\ny\\\nz'],
    ['HTML in Markdown is converted with it', 'a <b>b</b>\n\n- x\n- y', 'a **b**\n\n- x\n- y'],
    [
      'a list after a line of text is a list',
      'We discuss\n<ul> <li>IBM</li>\n<li>Lisp</li></ul>',
      'We discuss\n\n- IBM\n- Lisp',
    ],
    [
      'a link whose words are an address in Markdown is one link',
      '**See** <a href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1&amp;b=2</a> www.example.org',
      '**See** <https://example.org/?a=1&b=2> [www.example.org](http://www.example.org)',
    ],
    ['what is bold twice is bold', 'So <b>**very much**</b>.\n\nIndeed.', 'So **very much**.\n\nIndeed.'],
    ['escaped HTML is converted', '&lt;p&gt;Hi &amp;amp; you&lt;/p&gt;', 'Hi & you'],
    ['HTML that was escaped twice is converted', '&amp;lt;p&amp;gt;Hi&amp;lt;/p&amp;gt;', 'Hi'],
    ['an element that the text is about stays escaped', 'Use &lt;div&gt; &amp; co', 'Use &lt;div> & co'],
    ['an element in code is not HTML', 'Use `<p>` for it', 'Use `<p>` for it'],
    ['a type parameter is not HTML', 'Vec<String> and `Vec<T>`', 'Vec\\<String> and `Vec<T>`'],
    [
      'addresses between brackets stay links',
      '<https://example.org/> <me@example.org>',
      '<https://example.org/> <me@example.org>',
    ],
    ['character references are decoded', 'caf&eacute;&nbsp;&quot;x&#39;', 'café "x\''],
    ['a script is dropped', '<p>So</p><script>alert(1)</script>', 'So'],
    ['a link that runs a script keeps its words only', '<p><a href="javascript:alert(1)">here</a></p>', 'here'],
    ['a link without an address keeps its words only', '<p>see <a name="x">here</a></p>', 'see here'],
    [
      'a picture on the web becomes a link',
      '<p><img src="https://example.org/a.png" alt="A"></p>',
      '[A](https://example.org/a.png)',
    ],
    [
      'a picture in a link leaves the link',
      '<p><a href="https://example.org/"><img src="https://example.org/a.png" alt="A"></a></p>',
      '[A](https://example.org/)',
    ],
    ['a frame is dropped', '<iframe src="https://example.org/"></iframe>Hello', 'Hello'],
  ])('%s', (_, text, markdown) => {
    expect(markdownOf(text)).toBe(markdown)
  })

  it.each([
    ['elements nested deeply', '<div>'.repeat(30_000)],
    ['phrases nested deeply', '<b>'.repeat(50_000)],
    ['tags without an end', '<p'.repeat(60_000)],
    ['comments without an end', '<!--'.repeat(40_000)],
    ['many empty elements', `<p>${'<b></b>'.repeat(20_000)}`],
    ['many brackets', `<b>x</b>\n\n${'['.repeat(100_000)}`],
    ['many backticks', `${'`'.repeat(190_000)}<p>`],
    ['many spaces', `${' '.repeat(5_000_000)}x${' '.repeat(5_000_000)}<`],
    ['many escaped tags', '&lt;p&gt;'.repeat(20_000)],
    ['many addresses without an end', '<a@'.repeat(60_000)],
    ['millions of letters', `<p>${'x'.repeat(5_000_000)}`],
  ])('a hostile text is converted in limited time: %s', (_, text) => {
    const begun = performance.now()
    markdownOf(text)
    plainLineOf(text)
    expect(performance.now() - begun).toBeLessThan(4_000)
  })
})

it.each([
  ['A &amp; B <b>x</b>\n c ', 'A & B x c'],
  ['Vec<T> &lt;x&gt;', 'Vec<T> <x>'],
  ['  a\u0007\tb\r\n', 'a b'],
])('a title is one line of plain text: %j', (text, line) => {
  expect(plainLineOf(text)).toBe(line)
})
