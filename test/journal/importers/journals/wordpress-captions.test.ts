import { expect, test } from 'vitest'
import { pictureData } from '../../../support/archives.ts'
import { readJournal } from '../../../support/journals.ts'
import { valueOf } from '../../../support/library.ts'
import { file } from '../../../support/reports.ts'

const uploads = 'https://blog.example.org/wp-content/uploads/2026/04'
const lamp = `<img class="wp-image-8" src="${uploads}/lamp-300x200.png" alt="a lamp" />`

/** Read a post with this content, and its picture if it is shown; the picture is `photo:lamp` in the result. */
async function readContent(content: string): Promise<string> {
  const xml = `<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c"><channel>
<item><title>Captions</title><content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>7</wp:post_id>
<wp:post_date>2026-04-14 09:30:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
</channel></rss>`
  const read = valueOf(
    await readJournal([file('export.xml', xml), { name: 'uploads/2026/04/lamp.png', data: pictureData(1) }]),
  )
  const [photo] = read.trip.photos
  return (read.trip.entries[0]?.text ?? '').replaceAll(`photo:${photo?.id}`, 'photo:lamp')
}

test.for([
  [
    'a classic caption',
    `[caption id="a" width="300"]<a href="https://maker.example/lamps" target="_blank">${lamp}</a> By <em>night</em>[/caption]`,
  ],
  [
    'an old caption',
    `[wp_caption width="300" caption="By <em>night</em>"]<a href='https://maker.example/lamps'>${lamp}</a>[/wp_caption]`,
  ],
  [
    'a block',
    `<!-- wp:image {"linkDestination":"custom"} --><figure class="wp-block-image"><a href="https://maker.example/lamps">${lamp}</a><figcaption class="wp-element-caption">By <em>night</em></figcaption></figure><!-- /wp:image -->`,
  ],
] as const)(
  'a picture with a link around it in %s leads where it led, and its caption is below',
  async ([, content]) => {
    expect(await readContent(content)).toBe('[![a lamp](photo:lamp)](https://maker.example/lamps)\n\nBy *night*')
  },
)

test.for([
  ['classic', `[caption]${lamp} Photo: <a href="https://kim.example">Kim Lee</a>[/caption]`],
  ['block', `<figure>${lamp}<figcaption>Photo: <a href="https://kim.example">Kim Lee</a></figcaption></figure>`],
] as const)('a link in a %s caption keeps its address', async ([, content]) => {
  expect(await readContent(content)).toBe('![a lamp](photo:lamp)\n\nPhoto: [Kim Lee](https://kim.example)')
})

test('a picture that leads to itself in full size has no link, and its caption stays with it', async () => {
  const expected = '![a lamp](photo:lamp "By night")'
  const linked = `<a href="${uploads}/lamp.png">${lamp}</a>`
  expect(await readContent(`[caption]${linked} By<br />night[/caption]`)).toBe(expected)
  expect(await readContent(`<figure>${linked}<figcaption>By night</figcaption></figure>`)).toBe(expected)
})

test('an address that could run a script is no link', async () => {
  expect(await readContent(`[caption]<a href="javascript:alert(1)">${lamp}</a> By night[/caption]`)).toBe(
    '![a lamp](photo:lamp "By night")',
  )
})

test('a table with a picture in it stays a table, with its caption below', async () => {
  const table = `<table><tbody><tr><td>Aula</td><td>${lamp}</td></tr></tbody></table>`
  const text = await readContent(
    `<!-- wp:table --><figure class="wp-block-table">${table}<figcaption>Rooms</figcaption></figure><!-- /wp:table -->`,
  )
  expect(text).toMatch(/\| *Aula *\| *!\[a lamp\]\(photo:lamp\) *\|/)
  expect(text).toMatch(/\n\nRooms$/)
})
