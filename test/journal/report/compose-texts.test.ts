import { describe, expect, test } from 'vitest'
import { outline } from '../../../electron/journal/markdown/outline.ts'
import { composePost } from '../../../electron/journal/report/compose-post.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { postText, remarkMessages, remarksOf, tripWithReport } from '../../support/composed-posts.ts'
import { someNote } from '../../support/library.ts'
import { photoOf } from '../../support/photos.ts'

const headings = (trip: Trip): string[] =>
  outline(composePost(trip).post.tree).flatMap(({ kind, detail, text: words }) =>
    kind === 'heading' ? [`${detail} ${words}`] : [],
  )

describe('headings inside a text', () => {
  test('headings inside a text move together below the heading above them', () => {
    const entry = someNote({ title: 'E', text: '# A\n\n### B\n\n## C' })
    expect(headings(tripWithReport([entry]))).toEqual(['2 1st Day', '3 E', '4 A', '6 B', '5 C'])
  })

  test('headings that are already lower stay', () => {
    const entry = someNote({ text: '#### A\n\n##### B' })
    expect(headings(tripWithReport([entry]))).toEqual(['2 1st Day', '4 A', '5 B'])
  })

  test('headings stop at the sixth level', () => {
    const entry = someNote({ title: 'E', text: '# A\n\n###### B' })
    expect(headings(tripWithReport([entry], { headingLevel: 3 }))).toEqual(['3 1st Day', '4 E', '5 A', '6 B'])
  })

  test('headings in the lead stay, because only the title is above them', () => {
    expect(headings(tripWithReport([], { lead: '# A\n\n## B' }))).toEqual(['1 A', '2 B'])
  })
})

const written = (text: string) => postText(tripWithReport([someNote({ text })])).replace('## 1st Day\n\n', '')

describe('line breaks', () => {
  test('every line break within a paragraph is kept, also in quotes, items and emphasis', () => {
    expect(written('No silver bullet\nwas provided.')).toBe('No silver bullet\\\nwas provided.\n')
    expect(written('> One *and\n> two*.')).toBe('> One *and\\\n> two*.\n')
    expect(written('- one\n  more\n- two')).toBe('- one\\\n  more\n- two\n')
  })

  test('line breaks that are marked in Markdown, and those in code, stay as they are', () => {
    expect(written('One\\\ntwo  \nthree.')).toBe('One\\\ntwo\\\nthree.\n')
    expect(written('```\none\ntwo\n```')).toBe('```\none\ntwo\n```\n')
  })
})

describe('joined texts', () => {
  test('joined texts keep their own links even if they use the same labels', () => {
    const one = someNote({ text: 'See [slides][1].\n\n[1]: https://one.example "One"' })
    const two = someNote({ text: 'See [slides][1] and [1].\n\n[1]: https://two.example' })
    expect(postText(tripWithReport([one, two], { entryHeadings: false }))).toBe(
      '## 1st Day\n\nSee [slides](https://one.example "One").\n\nSee [slides](https://two.example) and [1](https://two.example).\n',
    )
  })

  test('joined texts keep their own footnotes even if they use the same labels', () => {
    const one = someNote({ text: 'A[^1].\n\n[^1]: Of one[^2].\n\n[^2]: Deep.' })
    const two = someNote({ text: 'B[^1].\n\n[^1]: Of two.' })
    const three = someNote({ text: 'C[^1].\n\n[^1]: Of two.' })
    expect(postText(tripWithReport([one, two, three], { entryHeadings: false }))).toBe(
      '## 1st Day\n\nA[^1].\n\n[^1]: Of one[^2].\n\n[^2]: Deep.\n\nB[^1-2].\n\n[^1-2]: Of two.\n\nC[^1-2].\n',
    )
  })

  test('a bracket that is not a link stays a bracket in a joined text', () => {
    const entry = someNote({ text: 'He said “few need [hyperscalers like AWS services]”.\n' })
    const other = someNote({ text: '[hyperscalers like AWS services]: https://example.org' })
    const { tree } = composePost(tripWithReport([entry, other], { entryHeadings: false })).post
    expect(outline(tree).map(({ kind }) => kind)).toEqual(['heading', 'paragraph'])
  })
})

describe('pictures in a report', () => {
  const first = photoOf({ alt: 'A lantern', caption: 'At night', credit: 'Ada' })
  const second = photoOf({ id: '22222222-2222-4222-8222-222222222222' })
  const trip = (...texts: string[]): Trip => ({
    ...tripWithReport(
      texts.map((words) => someNote({ text: words })),
      { entryHeadings: false },
    ),
    photos: [first, second],
  })

  test('pictures are listed in the order of their first appearance', () => {
    const composed = composePost(trip(`![x](photo:${second.id})`, `![](photo:${first.id}) ![x](photo:${second.id})`))
    expect(composed.post.photos).toEqual([second, first])
  })

  test('pictures get details from the trip if the text has none', () => {
    const words = postText(trip(`![](photo:${first.id})`, `![Own](photo:${first.id} "Mine")`))
    expect(words).toContain(`![A lantern](photo:${first.id} "At night (Ada)")`)
    expect(words).toContain(`![Own](photo:${first.id} "Mine (Ada)")`)
  })

  test('pictures that the trip does not have are left out, and reported', () => {
    const absent = trip('Before.\n\n![Gone](photo:33333333-3333-4333-8333-333333333333)\n\nAfter.')
    expect(postText(absent)).toBe('## 1st Day\n\nBefore.\n\nAfter.\n')
    expect(remarkMessages(absent)).toContain(
      'The picture “Gone” is no longer among the trip’s photos, and is left out.',
    )
  })

  test('pictures without an alternative text get a remark', () => {
    const silent = trip(`![](photo:${second.id})`)
    expect(remarksOf(silent)).toEqual([
      {
        message: 'The picture Lantern.png has no alternative text for those who cannot see it.',
        at: `entry ${silent.entries[0]?.id}`,
      },
    ])
  })
})
