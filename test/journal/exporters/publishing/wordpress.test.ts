import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { wordpressImport } from '../../../../electron/journal/exporters/wordpress/wordpress-import.ts'
import { composePost } from '../../../../electron/journal/report/compose-post.ts'
import { render } from '../../../../electron/shared/messages/translate.ts'
import type { Report } from '../../../../electron/shared/trip.ts'
import { oddTitles, tripWithEverything } from '../../../support/every-construct.ts'
import { exportPost, type OptionTexts } from '../../../support/exports.ts'
import { missingForWordPress, readWithWordPress } from '../../../support/php.ts'
import { somePhoto } from '../../../support/photos.ts'
import { onePixel } from '../../../support/trips.ts'

const pictures = new Map([[somePhoto.id, { photo: somePhoto, data: new Uint8Array(onePixel) }]])
const address = 'https://example.org/pictures'

async function exportEverything(report: Partial<Report> = {}, options: OptionTexts = {}) {
  const { post } = composePost(tripWithEverything(report))
  return await exportPost(wordpressImport, post, pictures, options)
}

test('a post with every construct is read back from WXR without a difference', async () => {
  const { differences, census } = await exportEverything()
  expect(differences).toEqual([])
  expect(census.pictures).toBe(4)
})

test('the text in WXR is made of blocks that are all closed, with lists of items and quotes of paragraphs', async () => {
  const { text } = await exportEverything()
  expect(text).toContain('<!-- wp:heading {"level":3} -->\n<h3>Café <code>code</code>')
  expect(text).toMatch(
    /<!-- wp:list -->\n<ul><!-- wp:list-item -->\n<li>one<!-- wp:list -->\n<ul><!-- wp:list-item -->/,
  )
  expect(text).toContain('<!-- wp:list {"ordered":true,"start":5} -->\n<ol start="5">')
  expect(text).toContain(
    '<blockquote class="wp-block-quote"><!-- wp:paragraph -->\n<p>“Quoted.”</p>\n<!-- /wp:paragraph -->',
  )
  expect(text).toContain(
    '<!-- wp:code {"className":"language-js"} -->\n<pre class="wp-block-code language-js"><code>if',
  )
  expect(text).toContain('<th class="has-text-align-center" data-align="center">centre</th>')
  expect(text).toContain('<!-- wp:paragraph {"direction":"rtl"} -->\n<p dir="rtl">مرحبا')
  expect(text).toMatch(/<li>☑ done<\/li>\n<!-- \/wp:list-item -->\n<!-- wp:list-item -->\n<li>☐ to do<\/li>/)
  expect(text).toContain('<!-- wp:image {"sizeSlug":"large"} -->\n<figure class="wp-block-image size-large"><img src="')
  const open: (string | undefined)[] = []
  for (const [, slash, name] of text.matchAll(/<!-- (\/?)wp:([a-z-]+) /g)) {
    if (slash === '') open.push(name)
    else if (open.at(-1) === name) open.pop()
  }
  expect(open).toEqual([])
})

test('words that WordPress would run as a shortcode stay words, and the end of CDATA does not end it', async () => {
  const { text } = await exportEverything()
  expect(text).toContain('&#91;gallery]')
  expect(text).not.toContain('[gallery]')
  expect(text).toContain(']]]]><![CDATA[>')
})

test('a post without a date is a draft without a time, and one with date and time says both in UTC too', async () => {
  const { text: draft } = await exportEverything({ publishedOn: null })
  expect(draft).toContain('<wp:status><![CDATA[draft]]></wp:status>')
  expect(draft).toContain('<wp:post_date><![CDATA[0000-00-00 00:00:00]]></wp:post_date>')
  const { text } = await exportEverything({ publishedOn: '2026-05-01', publishedTime: '01:30' }, { publish: true })
  expect(text).toContain('<wp:status><![CDATA[publish]]></wp:status>')
  expect(text).toContain('<wp:post_date><![CDATA[2026-05-01 01:30:00]]></wp:post_date>')
  expect(text).toContain('<wp:post_date_gmt><![CDATA[2026-04-30 23:30:00]]></wp:post_date_gmt>')
  expect(text).toContain('<pubDate>Thu, 30 Apr 2026 23:30:00 +0000</pubDate>')
})

test('tags in another script have %-encoded slugs in lower case, and two tags never share one', async () => {
  const { text, differences } = await exportEverything({ tags: ['C++', 'C#', '日本', 'Python', 'python!'] })
  expect(differences).toEqual([])
  expect([...text.matchAll(/nicename="([^"]*)"/g)].map(([, slug]) => slug)).toEqual([
    'c-plus-plus',
    'c-sharp',
    '%e6%97%a5%e6%9c%ac',
    'python',
    'python-2',
  ])
})

test('pictures are attachments only if their address is known, and otherwise the export says where to copy them', async () => {
  const without = await exportEverything()
  expect(without.text).not.toContain('attachment')
  expect(without.text).toContain('src="/wp-content/uploads/lantern-conf-2026/a-lantern-more.png"')
  expect(without.written.notes?.map(render).join(' ')).toContain('/wp-content/uploads/lantern-conf-2026')
  expect([...without.files.keys()]).toEqual(['lantern-conf-2026.xml', 'pictures/a-lantern-more.png'])
  const { text } = await exportEverything({ cover: somePhoto.id }, { 'picture-address': `${address}/` })
  expect(text).toContain(`<wp:attachment_url><![CDATA[${address}/a-lantern-more.png]]></wp:attachment_url>`)
  expect(text).toContain('<wp:meta_key><![CDATA[_wp_attachment_image_alt]]></wp:meta_key>')
  expect(text).toMatch(/_thumbnail_id\]\]><\/wp:meta_key>\s*<wp:meta_value><!\[CDATA\[2\]\]>/)
})

test('only the first of several authors is the author in WordPress, and the export says so', async () => {
  const { written, differences } = await exportEverything({ authors: ['Ada Example', 'Bo Example'] })
  expect(differences).toEqual([])
  expect(written.notes?.map(render)).toContain(
    'WordPress shows one author per post: Ada Example. It does not show Bo Example.',
  )
})

const itemSchema = z.object({
  title: z.string(),
  type: z.string(),
  status: z.string(),
  date: z.string(),
  gmt: z.string(),
  url: z.string(),
  meta: z.record(z.string(), z.string()),
})
const readSchema = z.array(
  z.object({
    errors: z.array(z.string()),
    items: z.array(itemSchema),
    blocks: z.array(z.string()),
    stray: z.array(z.string()),
  }),
)

if (missingForWordPress.length > 0)
  process.stdout.write(`Skipped: not on this machine: ${missingForWordPress.join(', ')}.\n`)

describe.skipIf(missingForWordPress.length > 0)('in WordPress itself', () => {
  test('WXR is well-formed there, and every part of the text is in a block', async () => {
    const wanted = [
      ...oddTitles.map((title) => ({ report: { title }, options: {} })),
      { report: { title: 'Pictures', cover: somePhoto.id }, options: { 'picture-address': address, publish: true } },
    ]
    const files = []
    for (const { report, options } of wanted) files.push((await exportEverything(report, options)).text)
    const posts = readSchema.parse(readWithWordPress(files))
    expect(posts.map(({ errors, stray }) => ({ errors, stray }))).toEqual(wanted.map(() => ({ errors: [], stray: [] })))
    expect(posts.map(({ items }) => items[0]?.title)).toEqual(wanted.map(({ report }) => report.title))
    const kinds = new Set(posts.flatMap(({ blocks }) => blocks))
    expect([...kinds].toSorted()).toEqual(
      'code gallery heading html image list list-item paragraph quote separator table'
        .split(' ')
        .map((name) => `core/${name}`),
    )
    const [post, attachment] = posts.at(-1)?.items ?? []
    expect(post).toMatchObject({
      type: 'post',
      status: 'publish',
      gmt: '2026-05-01 12:00:00',
      meta: { _thumbnail_id: '2' },
    })
    expect(attachment).toMatchObject({
      type: 'attachment',
      status: 'inherit',
      url: `${address}/a-lantern-more.png`,
      meta: { _wp_attached_file: '2026/05/a-lantern-more.png', _wp_attachment_image_alt: 'A lantern' },
    })
  })
})
