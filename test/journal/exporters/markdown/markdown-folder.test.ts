import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { markdownFolder } from '../../../../electron/journal/exporters/markdown/markdown-folder.ts'
import { composePost } from '../../../../electron/journal/report/compose-post.ts'
import { render } from '../../../../electron/shared/messages/translate.ts'
import type { Post, PostMeta } from '../../../../electron/shared/post.ts'
import type { Photo } from '../../../../electron/shared/trip.ts'
import { exportPost } from '../../../support/exports.ts'
import { tripWithReport } from '../../../support/composed-posts.ts'
import { someNote } from '../../../support/library.ts'
import { photoOf } from '../../../support/photos.ts'
import { postMeta } from '../../../support/post-meta.ts'

function post(meta: Partial<PostMeta>, photos: Photo[] = []): Post {
  return {
    tripId: 'f4a2a7a1-0000-4000-8000-000000000001',
    meta: postMeta(meta),
    tree: {
      type: 'root',
      children: photos.map((photo) => ({
        type: 'paragraph',
        children: [{ type: 'image', url: `photo:${photo.id}`, alt: photo.publicName ?? '' }],
      })),
    },
    photos,
  }
}

const id = (index: number) => `${String(index).padStart(8, '0')}-1111-4111-8111-111111111111`

async function frontMatter(meta: Partial<PostMeta>): Promise<string> {
  return (await exportPost(markdownFolder, post(meta))).text
}

test('front matter leaves out what is not set', async () => {
  expect(await frontMatter({})).toBe('---\ntitle: "A title"\nlang: "en"\n---\n')
})

test('front matter double-quotes every text, and only the date is unquoted', async () => {
  const meta = {
    title: 'No',
    authors: ['10:30', 'true'],
    tags: ['no', '2026', 'a: b', '- c', '#d'],
    date: '2026-04-21',
  }
  expect(await frontMatter(meta)).toBe(
    '---\ntitle: "No"\ndate: 2026-04-21\nauthors: ["10:30", "true"]\ntags: ["no", "2026", "a: b", "- c", "#d"]\nlang: "en"\n---\n',
  )
})

test.each([
  'PyCon DE & PyData: “2026”',
  'He said "no" \\ and left',
  "it's\ttabbed\nand broken",
  'emoji 🎯, RTL مرحبا, combining é',
  'controls \u0000\u0007\u007f\u0085\u2028\u2029\uFEFF end',
  '---',
])('the title %j can be read back from front matter', async (title) => {
  const [, yaml = ''] = (await frontMatter({ title })).split('---\n')
  expect(yaml.split('\n')).toHaveLength(3)
  for (const version of ['1.1', '1.2'] as const) {
    const document = parseDocument(yaml, { version })
    expect(document.errors).toEqual([])
    expect(document.get('title')).toBe(title)
  }
})

test('pictures that were published before keep their names, made safe and unique', async () => {
  const names = [
    'Lantern.png',
    'lantern.PNG',
    'My Photo (1).png',
    'Arrivée à l’ULB.png',
    '../../etc/passwd',
    'con.png',
    'really.jpg',
    '日本.png',
    '.hidden.png',
    'index.md',
    'a'.repeat(300) + '.png',
    'lantern-2.png',
  ]
  const photos = names.map((publicName, index) => photoOf({ id: id(index), publicName }))
  const data = new Uint8Array([1])
  const pictures = new Map(photos.map((photo) => [photo.id, { photo, data }]))
  const { files, text } = await exportPost(markdownFolder, post({}, photos), pictures)
  const [, ...paths] = files.keys()
  expect(paths).toEqual([
    'Lantern.png',
    'lantern-2.PNG',
    'My-Photo-1.png',
    'Arrivee-a-l-ULB.png',
    'passwd.png',
    'picture-con.png',
    'really.png',
    'picture.png',
    'hidden.png',
    'index.png',
    `${'a'.repeat(80)}.png`,
    'lantern-2-2.png',
  ])
  for (const path of paths) expect(text).toContain(`](${path})`)
})

test('other pictures are named by their alternative text or caption, and not by the name of their file', async () => {
  const photos = [
    photoOf({ id: id(1), originalName: 'IMG_1234.jpg', alt: 'The queue for coffee' }),
    photoOf({
      id: id(2),
      originalName: 'late again.png',
      caption: 'Évening, with a very long caption that never seems to end',
    }),
    photoOf({ id: id(3), originalName: 'secret.png' }),
    photoOf({ id: id(4), originalName: 'secret.png' }),
  ]
  const pictures = new Map(photos.map((photo) => [photo.id, { photo, data: new Uint8Array([1]) }]))
  const { files } = await exportPost(markdownFolder, post({}, photos), pictures)
  expect([...files.keys()].slice(1)).toEqual([
    'The-queue-for-coffee.png',
    'Evening-with-a-very-long-caption-that-never.png',
    'picture.png',
    'picture-2.png',
  ])
})

test('without front matter, the title is the first heading, as words and not as Markdown', async () => {
  const { text, differences } = await exportPost(markdownFolder, post({ title: '__init__ & *more*' }), new Map(), {
    'front-matter': false,
  })
  expect(text).toBe('# \\_\\_init\\_\\_ & \\*more\\*\n')
  expect(differences).toEqual([])
})

test('pictures can be in a subfolder, and the text refers to them there', async () => {
  const photo = photoOf({ publicName: 'Lantern.png' })
  const pictures = new Map([[photo.id, { photo, data: new Uint8Array([1]) }]])
  const options = { 'picture-folder': 'assets/img' }
  const { files, text, differences } = await exportPost(markdownFolder, post({}, [photo]), pictures, options)
  expect([...files.keys()]).toEqual(['index.md', 'assets/img/Lantern.png'])
  expect(text).toContain('](assets/img/Lantern.png)')
  expect(differences).toEqual([])
})

test.for<readonly [string, string]>([
  ['<b>so</b>', 'HTML in the texts is in the Markdown unchanged'],
  ['{{< figure src="x" >}}', 'Shortcodes in the texts are in the Markdown unchanged'],
  ['{% raw %} <script>x</script>', 'HTML and shortcodes in the texts are in the Markdown unchanged'],
])('an export says that a site may run what it passes on: %s', async ([text, sentence]) => {
  const { written, differences } = await exportPost(
    markdownFolder,
    composePost(tripWithReport([someNote({ text })])).post,
  )
  expect(differences).toEqual([])
  expect(written.notes?.map(render)).toEqual([expect.stringContaining(sentence)])
})

test('an export of plain words has nothing to say about them', async () => {
  const composed = composePost(tripWithReport([someNote({ text: 'Plain words.' })]))
  expect((await exportPost(markdownFolder, composed.post)).written.notes).toEqual([])
})
