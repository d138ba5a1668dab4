import { describe, expect, test } from 'vitest'
import { outline } from '../../../../electron/journal/markdown/outline.ts'
import { plainText } from '../../../../electron/journal/exporters/text/plain-text.ts'
import { composePost } from '../../../../electron/journal/report/compose-post.ts'
import { exportPost } from '../../../support/exports.ts'
import { tripWith } from '../../../support/library.ts'
import { somePhoto } from '../../../support/photos.ts'

/** The text below the title. */
async function write(markdown: string, width = 0): Promise<string> {
  const trip = { ...tripWith([]), photos: [somePhoto] }
  const { post } = composePost({ ...trip, report: { ...trip.report, lead: markdown } })
  const { text, differences } = await exportPost(plainText, post, new Map(), { width })
  expect(differences).toEqual([])
  const title = 'Lantern Conf 2026\n=================\n\n'
  expect(text.startsWith(title)).toBe(true)
  return text.slice(title.length)
}

const picture = (rest: string) => `![A lantern](photo:${somePhoto.id}${rest})`

describe('plain text', () => {
  test('plain text underlines headings according to their level, at their full width', async () => {
    expect(await write('# One\n\n## Zwölf\n\n### 日本\n\n#### d\n\n##### e\n\n###### f')).toBe(
      'One\n===\n\nZwölf\n-----\n\n日本\n~~~~\n\nd\n^\n\ne\n"\n\nf\n\'\n',
    )
  })

  test('plain text shows lists with bullets and numbers, nested by indentation', async () => {
    expect(await write('- a\n- b\n  - c\n    1. d\n    2. e\n\n10. ten\n11. eleven')).toBe(
      '  • a\n  • b\n      • c\n          1. d\n          2. e\n\n  10. ten\n  11. eleven\n',
    )
  })

  test('plain text keeps loose lists loose and checkboxes checked', async () => {
    expect(await write('- [x] a\n\n- [ ] b\n\n  more')).toBe('  • [x] a\n\n  • [ ] b\n\n    more\n')
  })

  test('plain text shows quotes, code, tables and rules', async () => {
    expect(await write('> a\n>\n> - b\n\n```js\nlet x\n\n  y\n```\n\n| a | b\\|c |\n|---|---|\n| dd | |\n\n---')).toBe(
      '  > a\n  >\n  >   • b\n\n  ```js\n  let x\n\n    y\n  ```\n\n  | a   | b\\|c |\n  |-----|------|\n  | dd  |      |\n\n  * * *\n',
    )
  })

  test('plain text shows the address of a link once', async () => {
    expect(
      await write(
        '[the *slides*](https://example.org/a_(b)), <https://example.org>, www.example.org, <me@example.org>.',
      ),
    ).toBe('the slides (https://example.org/a_(b)), https://example.org, www.example.org, me@example.org.\n')
  })

  test('plain text names pictures by caption and file, each on its own line', async () => {
    expect(await write(`${picture('')}\n${picture(' "At night"')}`)).toBe(
      '[photo: A lantern (A-lantern.png)]\n[photo: At night (A-lantern.png)]\n',
    )
  })

  test('plain text leaves quotation marks, brackets and signs as they were typed', async () => {
    const typed = '“a” \'b\' "c" ‘d’ – e & f [g] *not emphasis \\* 1. 2) # > •'
    expect(await write(typed.replace(/[*[\\]/g, String.raw`\$&`))).toBe(`${typed}\n`)
  })

  test('plain text keeps the line breaks of a paragraph, however they are written', async () => {
    expect(await write('one\ntwo  \nthree')).toBe('one\ntwo\nthree\n')
  })

  test('plain text has footnotes at the end', async () => {
    expect(await write('A[^b].\n\n[^b]: Note.\n\nB.')).toBe('A[^1].\n\nB.\n\n  [^1] Note.\n')
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
  ])('words that look like structure are read back as words: %j', async (markdown) => {
    const trip = tripWith([])
    const { post } = composePost({ ...trip, report: { ...trip.report, lead: markdown } })
    const { tree } = await exportPost(plainText, post)
    expect(outline(tree, { spelled: true })).toEqual(outline(post.tree, { spelled: true }))
  })

  test('plain text wraps only paragraphs, quotes and items at a width', async () => {
    const words = 'one two three four five six seven'
    const long = `a-word-that-is-much-longer-than-a-line ${words}`
    expect(await write(`# ${words}\n\n${long}\n\n> ${words}\n\n- ${words}\n\n\`\`\`\n${words}\n\`\`\``, 20)).toBe(
      [
        'one two three four five six seven\n=================================\n',
        'a-word-that-is-much-longer-than-a-line \none two three four \nfive six seven\n',
        '  > one two three four \n  > five six seven\n',
        '  • one two three four \n    five six seven\n',
        '  ```\n  one two three four five six seven\n  ```\n',
      ].join('\n'),
    )
  })

  test('plain text distinguishes hard line breaks from wrapped lines', async () => {
    expect(await write('one two three four five six\\\nseven', 20)).toBe('one two three four \nfive six\nseven\n')
  })
})
