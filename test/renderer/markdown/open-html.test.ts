import type { RootContent } from 'mdast'
import { expect, test } from 'vitest'
import { joinOpenHtml } from '../../../renderer/markdown/open-html.ts'
import { pathologicalTexts, shapeLengths } from '../../support/pathological-texts.ts'

const html = (value: string): RootContent => ({ type: 'html', value })
const words: RootContent = { type: 'paragraph', children: [{ type: 'text', value: 'words' }] }

/** The number of blocks in each group. */
const sizes = (...nodes: RootContent[]) => joinOpenHtml(nodes).map((group) => group.length)

test.each([
  ['an element is joined with its end', ['<details>', '</details>'], [3]],
  ['an element with attributes and capitals is joined with its end', ['<DIV\n title="a">', '</div >'], [3]],
  ['an element whose name has a hyphen is joined with its end', ['<my-box>', '</my-box>'], [3]],
  ['an element that is never closed ends with its block', ['<div>', '<p>'], [1, 1, 1]],
  ['an element without content is not joined', ['<br>', '</br>'], [1, 1, 1]],
  ['an element that closes itself is not joined', ['<div/>', '</div>'], [1, 1, 1]],
  ['tags in comments do not count', ['<!-- <div> -->', '</div>'], [1, 1, 1]],
  ['tags after a comment count', ['<!-- a --><div>', '</div>'], [3]],
  ['tags after the beginning of a comment that does not end do not count', ['<!-- <div>', '</div>'], [1, 1, 1]],
  ['a tag that another one interrupts does not count', ['<div <', '</div>'], [1, 1, 1]],
] as const)('%s', (_, [above, below], groups) => {
  expect(sizes(html(above), words, html(below))).toEqual(groups)
})

test('HTML of half a megabyte in any shape is searched for open elements at once', { timeout: 20_000 }, () => {
  for (const { write } of pathologicalTexts) {
    expect(joinOpenHtml([html(write(shapeLengths.large))])).toHaveLength(1)
  }
})
