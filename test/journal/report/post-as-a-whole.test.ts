import type { Nodes } from 'mdast'
import { expect, test } from 'vitest'
import { composePost } from '../../../electron/journal/report/compose-post.ts'
import { records, tripWithReport } from '../../support/composed-posts.ts'
import { someNote } from '../../support/library.ts'
import { photoOf } from '../../support/photos.ts'

test('the number of words counts what readers see', () => {
  const entry = someNote({
    title: 'Two words',
    text: '[one](https://example.org/not-counted) *two* `three` ![not](x.png)',
  })
  expect(composePost(tripWithReport([entry], { lead: 'A lead.' })).words).toBe(2 + 2 + 2 + 3)
})

test('the metadata of the post comes from the report', () => {
  const trip = tripWithReport(
    [],
    {
      title: ' Über  alles & mehr: 2026 ',
      authors: ['Ada', ' ', 'Ada'],
      tags: ['a', ''],
      categories: ['C++', 'C++'],
      description: ' In\nshort ',
      publishedTime: '19:00',
    },
    'de',
  )
  expect(composePost(trip).post.meta).toEqual({
    title: 'Über  alles & mehr: 2026',
    authors: ['Ada'],
    tags: ['a'],
    categories: ['C++'],
    description: 'In short',
    date: '2026-05-01',
    time: '19:00:00+02:00',
    lastDay: '2026-04-16',
    timeZone: 'Europe/Berlin',
    language: 'de',
    slug: 'uber-alles-mehr-2026',
    hasOwnSlug: false,
    cover: null,
  })
})

test('a cover that only a private entry shows is not in the post', () => {
  const photo = photoOf()
  const entry = someNote({ text: `![A](photo:${photo.id})`, private: true })
  const { post } = composePost({ ...tripWithReport([entry], { cover: photo.id }), photos: [photo] })
  expect(post).toMatchObject({ meta: { cover: null }, photos: [] })
  const open = composePost({ ...tripWithReport([], { cover: photo.id }), photos: [photo] })
  expect(open.post).toMatchObject({ meta: { cover: photo.id }, photos: [photo] })
})

test('composing modifies neither the trip nor cached texts', () => {
  const entry = someNote({ title: 'E', text: '# A\n\n[x][1][^1]\n\n[1]: https://example.org\n\n[^1]: Note.' })
  const trip = freeze(tripWithReport([entry, { ...entry, id: crypto.randomUUID() }]))
  const before = JSON.stringify(composePost(trip).post)
  composePost({ ...trip, report: { ...trip.report, headingLevel: 3 } })
  expect(JSON.stringify(composePost(trip).post)).toBe(before)
})

test('a tree that is sent to the page has no positions in it', () => {
  const { tree } = composePost(tripWithReport([someNote({ title: 'E', text: 'A [b](https://c.example)\n\n- d' })])).post
  const check = (node: Nodes): void => {
    expect(node).not.toHaveProperty('position')
    if ('children' in node) node.children.forEach(check)
  }
  check(tree)
})

test('private and excluded entries leave no trace in the post', () => {
  const secret = someNote({
    title: 'SECRET',
    text: 'SECRET ![SECRET](photo:11111111-1111-4111-8111-111111111111)',
    private: true,
  })
  const skipped = someNote({ title: 'SECRET', text: 'SECRET' })
  const excerpted = someNote({ title: 'Open', text: 'SECRET' })
  const trip = tripWithReport([secret, skipped, excerpted], {
    entries: records(
      [skipped, { include: false }],
      [excerpted, { excerpt: 'Public.' }],
      [secret, { excerpt: 'SECRET' }],
    ),
  })
  const composed = composePost({ ...trip, photos: [photoOf()] })
  expect(JSON.stringify(composed)).not.toContain('SECRET')
  expect(composed.post.photos).toEqual([])
})

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze)
  return Object.freeze(value)
}
