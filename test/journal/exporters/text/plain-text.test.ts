import { describe, expect, test } from 'vitest'
import { outline } from '../../../../electron/journal/markdown/outline.ts'
import { plainText } from '../../../../electron/journal/exporters/text/plain-text.ts'
import { composePost } from '../../../../electron/journal/report/compose-post.ts'
import { tripWith } from '../../../support/library.ts'
import { somePhoto } from '../../../support/photos.ts'

/** The text below the title. */
function write(markdown: string): string {
  const trip = { ...tripWith([]), photos: [somePhoto] }
  const { post } = composePost({ ...trip, report: { ...trip.report, lead: markdown } })
  const [file] = plainText.write(post, new Map())
  const text = new TextDecoder().decode(file?.data)
  const title = 'Lantern Conf 2026\n=================\n\n'
  expect(text.startsWith(title)).toBe(true)
  return text.slice(title.length)
}

const picture = (rest: string) => `![A lantern](photo:${somePhoto.id}${rest})`

describe('plain text', () => {
  test('underlines headings by their level, as wide as they are', () => {
    expect(write('# One\n\n## Zwölf\n\n### 日本\n\n#### d\n\n##### e\n\n###### f')).toBe(
      'One\n===\n\nZwölf\n-----\n\n日本\n~~~~\n\nd\n^\n\ne\n"\n\nf\n\'\n',
    )
  })

  test('tells lists by bullets and numbers, nested by indentation', () => {
    expect(write('- a\n- b\n  - c\n    1. d\n    2. e\n\n10. ten\n11. eleven')).toBe(
      '  • a\n  • b\n      • c\n          1. d\n          2. e\n\n  10. ten\n  11. eleven\n',
    )
  })

  test('keeps lists loose that are, and boxes ticked', () => {
    expect(write('- [x] a\n\n- [ ] b\n\n  more')).toBe('  • [x] a\n\n  • [ ] b\n\n    more\n')
  })

  test('tells quotes, code, tables and rules', () => {
    expect(write('> a\n>\n> - b\n\n```js\nlet x\n\n  y\n```\n\n| a | b\\|c |\n|---|---|\n| dd | |\n\n---')).toBe(
      '  > a\n  >\n  >   • b\n\n  ```js\n  let x\n\n    y\n  ```\n\n  | a   | b\\|c |\n  |-----|------|\n  | dd  |      |\n\n  * * *\n',
    )
  })

  test('gives links their address, once', () => {
    expect(
      write('[the *slides*](https://example.org/a_(b)), <https://example.org>, www.example.org, <me@example.org>.'),
    ).toBe('the slides (https://example.org/a_(b)), https://example.org, www.example.org, me@example.org.\n')
  })

  test('names pictures by caption and file, each on its line', () => {
    expect(write(`${picture('')}\n${picture(' "At night"')}`)).toBe(
      '[photo: A lantern (Lantern.png)]\n[photo: At night (Lantern.png)]\n',
    )
  })

  test('leaves quotation marks, brackets and signs as they were typed', () => {
    const typed = '“a” \'b\' "c" ‘d’ – e & f [g] *not emphasis \\* 1. 2) # > •'
    expect(write(typed.replace(/[*[\\]/g, String.raw`\$&`))).toBe(`${typed}\n`)
  })

  test('puts lines of a paragraph together, and keeps those that were broken by hand', () => {
    expect(write('one\ntwo  \nthree')).toBe('one two\nthree\n')
  })

  test('puts footnotes at the end', () => {
    expect(write('A[^b].\n\n[^b]: Note.\n\nB.')).toBe('A[^1].\n\nB.\n\n  [^1] Note.\n')
  })

  test.each([
    '\\- no list',
    '1\\. no list',
    '\\> no quote',
    '&#32;&#32;• no list',
    'a\\\n\\---',
    'no heading\\\n=====',
    '\\\\ backslash',
    '- \\[x] no box',
    'a\\\n\\\nb',
    '\\[^1] no footnote',
    '| no table',
  ])('reads words that look like structure back as words: %j', (markdown) => {
    const trip = tripWith([])
    const { post } = composePost({ ...trip, report: { ...trip.report, lead: markdown } })
    const files = new Map(plainText.write(post, new Map()).map(({ path, data }) => [path, data]))
    expect(outline(plainText.read(files), { spelled: true })).toEqual(outline(post.tree, { spelled: true }))
  })
})
