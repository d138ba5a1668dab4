import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { composePost } from '../../../electron/journal/report/compose-post.ts'
import type { ExportFile, Pictures } from '../../../electron/journal/exporters/exporter.ts'
import type { Post } from '../../../electron/shared/post.ts'
import { tripWithReport } from '../composed-posts.ts'
import { exportPost, findTarget, type OptionTexts } from '../exports.ts'
import { photoOf } from '../photos.ts'
import { onePixel } from '../trips.ts'

/** Titles that parsers of front matter are known to misread. */
export const oddTitles = [
  'No',
  '2026',
  '10:30',
  'a: b',
  'C++',
  `"Double" and 'single'`,
  ']]> and <b>',
  '- not a list',
  '# no comment',
  'Émoji 🎯 日本語 العربية',
] as const

const photo = photoOf({ alt: 'A lantern' })
export const sitePictures: Pictures = new Map([[photo.id, { photo, data: new Uint8Array(onePixel) }]])

/** A post with every construct, and one for each odd title. */
export async function sitePosts(): Promise<Post[]> {
  const text = await readFile(join(import.meta.dirname, '../../fixtures/sites/every-construct.md'), 'utf8')
  const details = {
    authors: ['Ada Example', "Bo O'Neill"],
    tags: ['no', 'C++', '2026'],
    categories: ['Events'],
    description: 'In short: "everything"',
    publishedOn: '2026-04-20',
    publishedTime: '09:30',
  }
  const post = (title: string, lead: string, slug: string) => {
    const trip = tripWithReport([], { ...details, title, lead, slug, cover: photo.id })
    return composePost({ ...trip, photos: [photo] }).post
  }
  return [
    post('Every construct', text, 'every-construct'),
    ...oddTitles.map((title, index) => post(title, `Words of ${index}.`, `odd-${index}`)),
  ]
}

/** The files of posts in a site. */
export async function siteFiles(
  target: string,
  posts: readonly Post[],
  options: OptionTexts = {},
): Promise<ExportFile[]> {
  const files: ExportFile[] = []
  for (const post of posts) {
    const { written, differences } = await exportPost(findTarget(target), post, sitePictures, options)
    if (differences.length > 0) throw new Error(differences.join('\n'))
    files.push(...written.files)
  }
  return files
}
