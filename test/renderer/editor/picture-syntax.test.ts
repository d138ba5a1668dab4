import { assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPicture, writePicture } from '../../../renderer/editor/picture-syntax.ts'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** The effect of typed line ends: a picture is on one line. */
const oneLine = (text: string) => text.replaceAll(/\s*[\r\n]+\s*/g, ' ')

const photoId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'

describe('a picture in the text', () => {
  test('a picture line is parsed with its alternative text and its caption', () => {
    expect(readPicture(`![A hall](photo:${photoId} "The main hall")`)).toEqual({
      photoId,
      alt: 'A hall',
      caption: 'The main hall',
    })
  })

  test('a picture line may have neither alternative text nor caption', () => {
    expect(readPicture(`![](photo:${photoId})`)).toEqual({ photoId, alt: '', caption: '' })
  })

  test('a picture line may have brackets in its alternative text, and a caption in single quotes', () => {
    expect(readPicture(`![A [small] hall](photo:${photoId} 'It said "hello"')`)).toEqual({
      photoId,
      alt: 'A [small] hall',
      caption: 'It said "hello"',
    })
  })

  test.each([
    ['with words beside it', `See ![](photo:${photoId})`],
    ['from the web', '![](https://example.org/a.png)'],
    ['of no identifier', '![](photo:../../etc/passwd)'],
    ['in an unfinished line', `![](photo:${photoId}`],
  ])('%s is not a picture line', (_, line) => {
    expect(readPicture(line)).toBeNull()
  })

  test('a written picture line parses to the same values, whatever is typed', () => {
    assert(
      property(string({ unit: 'grapheme' }), string({ unit: 'grapheme' }), (alt, caption) => {
        expect(readPicture(writePicture({ photoId, alt, caption }))).toEqual({
          photoId,
          alt: oneLine(alt),
          caption: oneLine(caption),
        })
      }),
    )
  })

  test('a picture line has the same meaning for the parser of the exports', () => {
    const words = 'A *hall* [with] `code` & <b>, \\ and "quotes" &amp; ~all~'
    const tree = unified()
      .use(remarkParse)
      .parse(writePicture({ photoId, alt: words, caption: words }))
    expect(tree.children[0]).toMatchObject({
      type: 'paragraph',
      children: [{ type: 'image', url: `photo:${photoId}`, alt: words, title: words }],
    })
  })
})
