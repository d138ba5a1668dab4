import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { unpackContainer } from '../../../../electron/journal/exporters/read-container.ts'
import { composePost } from '../../../../electron/journal/report/compose-post.ts'
import { render } from '../../../../electron/shared/messages/translate.ts'
import type { Report } from '../../../../electron/shared/trip.ts'
import { oddTitles, tripWithEverything } from '../../../support/every-construct.ts'
import { tripWithReport } from '../../../support/composed-posts.ts'
import { type Exported, exportPost, findTarget, type OptionTexts } from '../../../support/exports.ts'
import { someNote } from '../../../support/library.ts'
import { somePhoto } from '../../../support/photos.ts'
import { onePixel } from '../../../support/trips.ts'

const pictures = new Map([[somePhoto.id, { photo: somePhoto, data: new Uint8Array(onePixel) }]])

async function exportEverything(target: string, report: Partial<Report> = {}, options: OptionTexts = {}) {
  return await exportPost(findTarget(target), composePost(tripWithEverything(report)).post, pictures, options)
}

const notesOf = ({ written }: Exported) => (written.notes ?? []).map(render).join(' ')

describe.each(['gutenberg', 'copy-gutenberg', 'ghost', 'blogger', 'devto', 'hashnode'])('a post for %s', (target) => {
  test('with every construct is read back without a difference', async () => {
    const { differences, census } = await exportEverything(target)
    expect(differences).toEqual([])
    expect(census.pictures).toBe(4)
  })

  test('with a title that some parser takes for something else is read back as it is', async () => {
    for (const title of oddTitles) {
      const { differences } = await exportEverything(target, { title, tags: [] })
      expect({ title, differences }).toEqual({ title, differences: [] })
    }
  })

  test('with control characters in it is written without them where the format cannot contain them', async () => {
    const trip = tripWithReport([someNote({ text: 'One\u0001two \u000bthree.' })])
    const { differences } = await exportPost(findTarget(target), composePost(trip).post)
    expect(differences).toEqual([])
  })
})

describe('a zip for Ghost', () => {
  const fileSchema = z.object({
    db: z.tuple([
      z.object({
        data: z.object({
          posts: z.tuple([z.record(z.string(), z.unknown())]),
          tags: z.array(z.object({ name: z.string(), slug: z.string() })),
          posts_tags: z.array(z.object({ post_id: z.string(), tag_id: z.string(), sort_order: z.int() })),
          posts_meta: z.array(z.record(z.string(), z.unknown())),
        }),
      }),
    ]),
  })

  async function readZip(report: Partial<Report> = {}, options: OptionTexts = {}) {
    const { written, differences } = await exportEverything('ghost', report, options)
    const files = unpackContainer(written.files[0]?.data ?? new Uint8Array())
    const names = [...(files?.keys() ?? [])]
    const json = new TextDecoder().decode(files?.get(names.find((name) => name.endsWith('.json')) ?? ''))
    const { data } = fileSchema.parse(JSON.parse(json)).db[0]
    const [post] = data.posts
    return { names, data, post, html: z.string().parse(post['html']), differences }
  }

  test('has one JSON file, and the pictures where Ghost looks for them', async () => {
    const { names, html, post, data } = await readZip({ cover: somePhoto.id })
    expect(names).toEqual(['lantern-conf-2026.json', 'content/images/2026/05/a-lantern-more.png'])
    expect(html).toContain('<figure><img src="/content/images/2026/05/a-lantern-more.png"')
    expect(post).toMatchObject({
      status: 'draft',
      feature_image: '/content/images/2026/05/a-lantern-more.png',
      published_at: '2026-05-01T12:00:00.000Z',
    })
    expect(data.posts_meta).toMatchObject([{ feature_image_alt: 'A lantern', feature_image_caption: 'At night' }])
  })

  test('keeps in cards what Ghost’s editor has no form for, and nothing else', async () => {
    const { html } = await readZip()
    const cards = html
      .split('<!--kg-card-begin: html-->')
      .slice(1)
      .map((card) => card.split('<!--kg-card-end: html-->')[0])
    const beginnings = cards.map((card) => /<(\w+)/.exec(card ?? '')?.[1])
    expect(beginnings).toEqual(['p', 'ul', 'ul', 'blockquote', 'table', 'div', 'p', 'p', 'details', 'dl', 'section'])
    expect(html).not.toContain('data-attribution')
  })

  test('has the categories before the tags, and no title that is longer than Ghost takes', async () => {
    const { data, differences } = await readZip({ title: 'x'.repeat(300), tags: ['C++'], categories: ['Trips'] })
    expect(data.tags).toEqual(
      [
        { id: '1', name: 'Trips', slug: 'trips' },
        { id: '2', name: 'C++', slug: 'c-plus-plus' },
      ].map(({ name, slug }) => ({ name, slug })),
    )
    expect(data.posts_tags.map(({ sort_order }) => sort_order)).toEqual([0, 1])
    expect(z.string().parse(data.posts[0]['title'])).toHaveLength(255)
    expect(differences).toEqual([expect.stringContaining('title')])
  })
})

describe('a feed for Blogger', () => {
  test('contains the pictures, or their addresses if they are known', async () => {
    const inside = await exportEverything('blogger')
    expect(inside.text).toContain(`&lt;img src=&quot;data:image/png;base64,${onePixel.toString('base64')}&quot;`)
    const outside = await exportEverything('blogger', {}, { 'picture-address': 'https://example.org/p/' })
    expect(outside.text).toContain('&lt;img src=&quot;https://example.org/p/a-lantern-more.png&quot;')
    expect([...outside.files.keys()]).toEqual(['lantern-conf-2026.xml', 'pictures/a-lantern-more.png'])
  })

  test('is a draft unless it is to be published, with tags as labels', async () => {
    const draft = await exportEverything('blogger', { tags: ['R&D'], categories: ['Trips'] })
    expect(draft.text).toContain('<app:draft>yes</app:draft>')
    expect(draft.text).toContain('<category scheme="http://www.blogger.com/atom/ns#" term="R&amp;D"/>')
    expect(draft.text).toContain('term="Trips"')
    expect((await exportEverything('blogger', {}, { publish: true })).text).not.toContain('app:draft')
  })

  test('is refused with a way out if the pictures are too large for it', async () => {
    const { post } = composePost(tripWithEverything())
    const large = new Map([[somePhoto.id, { photo: somePhoto, data: new Uint8Array(40_000_001) }]])
    const writer = await findTarget('blogger').load()
    expect(await writer.write(post, large, {})).toMatchObject({ error: { code: 'export.too-large-for-blogger' } })
    const options = { 'picture-address': 'https://example.org/p' }
    expect(await writer.write(post, large, options)).toMatchObject({ ok: true })
  })
})

describe('an article for dev.to', () => {
  test('has words in braces that Liquid does not run, and leaves those in code to Forem', async () => {
    const { text } = await exportEverything('devto')
    expect(text).toContain('{% raw %}{{{% endraw %} name }}, {% raw %}{%{% endraw %} tag %}')
    expect(text).toContain('c[0] === "{{ x }}") { /* {% raw %} --> ]]> */ }')
    expect(text).toContain(String.raw`2\^10`)
    expect(text).toContain('- ☑ done')
  })

  test('has at most four tags of letters and digits, and names those that it leaves out', async () => {
    const exported = await exportEverything('devto', { tags: ['C++', 'PyCon DE', '日本', 'a', 'b', 'c'] })
    expect(exported.text).toContain('tags: "cpp, pyconde, a, b"')
    expect(exported.differences).toEqual([
      'Not in the file: 日本 and c. This system takes at most 4 tags, of letters and digits.',
    ])
    expect(notesOf(exported)).toContain('cpp and pyconde')
  })

  test('says that its pictures need an address, until they have one', async () => {
    const without = await exportEverything('devto')
    expect(notesOf(without)).toContain('Upload it and correct its address')
    const options = { 'picture-address': 'https://example.org/p', publish: true }
    const { text, written } = await exportEverything('devto', { cover: somePhoto.id }, options)
    expect(text).toMatch(/^---\ntitle: "Lantern Conf 2026"\npublished: true\n/)
    expect(text).toContain('cover_image: "https://example.org/p/a-lantern-more.png"')
    expect(text).toContain('](https://example.org/p/a-lantern-more.png')
    expect((written.notes ?? []).map(render).join(' ')).not.toContain('Upload')
  })
})

describe('an article for Hashnode', () => {
  test('has at most five tags as slugs, a slug, and the domain of the blog', async () => {
    const report = { tags: ['C++', 'PyCon DE', 'a', 'b', 'c', 'd'], description: 'About it' }
    const exported = await exportEverything('hashnode', report, { domain: 'blog.example.org' })
    expect(exported.text).toMatch(/^---\ntitle: ".*"\nsubtitle: "About it"\nslug: "lantern-conf-2026"\n/)
    expect(exported.text).toContain('tags: "c-plus-plus, pycon-de, a, b, c"')
    expect(exported.text).toContain('domain: "blog.example.org"\nsaveAsDraft: true\n')
    expect(exported.differences).toEqual([expect.stringContaining('Not in the file: d.')])
    expect(notesOf(await exportEverything('hashnode'))).toContain('domain of your blog')
  })
})
