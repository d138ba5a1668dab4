import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { composePost } from '../../../../electron/journal/report/compose-post.ts'
import { cutThread, lengthFor, type ThreadBlock } from '../../../../electron/journal/exporters/thread/cut-thread.ts'
import { threadBlocks } from '../../../../electron/journal/exporters/thread/write-thread.ts'
import { networks } from '../../../../electron/shared/report/networks.ts'
import { photoOf } from '../../../support/photos.ts'
import { writtenNote, writtenTrip } from '../../../support/written-trip.ts'

const link = `https://talks.example.org/${'a'.repeat(80)}`
const word = fc.constantFrom('tea', 'queue.', 'It', 'Größe', '👩‍👩‍👧‍👦', link, 'end!', 'conversation')
const block: fc.Arbitrary<ThreadBlock> = fc.record({
  text: fc.array(word, { minLength: 1, maxLength: 120 }).map((words) => words.join(' ')),
  isHeading: fc.boolean(),
  pictures: fc.constant([]),
})
const wordsIn = (texts: readonly string[]) => texts.join(' ').split(/\s+/).filter(Boolean)

test('no message of a thread exceeds the limit of its network, and all words and links are whole and in order', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 6 }), fc.constantFrom('mastodon', 'bluesky'), (blocks, id) => {
      const parts = cutThread(blocks, networks[id])
      for (const { text } of parts) expect(lengthFor(text, networks[id])).toBeLessThanOrEqual(networks[id].max)
      const bare = parts.map(({ text }) => (parts.length === 1 ? text : text.replace(/\d+\/\d+$/, '')))
      expect(wordsIn(bare)).toEqual(wordsIn(blocks.map(({ text }) => text)))
    }),
    { numRuns: 100 },
  )
})

test('a link counts as 23 characters on Mastodon, and a family of emoji as one everywhere', () => {
  expect([lengthFor(link, networks.mastodon), lengthFor(link, networks.bluesky)]).toEqual([23, link.length])
  expect(lengthFor('👩‍👩‍👧‍👦 é', networks.bluesky)).toBe(3)
})

test('a text without spaces is cut between words, and a link that is too long has a message of its own', () => {
  const japanese = '東京の会議に行きました。'.repeat(40)
  const parts = cutThread([{ text: japanese, isHeading: false, pictures: [] }], networks.bluesky)
  expect(parts.map(({ text }) => text.replace(/\n\n\d\/\d$/, '')).join('')).toBe(japanese)
  expect(Math.max(...parts.map(({ text }) => lengthFor(text, networks.bluesky)))).toBeLessThanOrEqual(300)
  const long = `https://talks.example.org/${'b'.repeat(400)}`
  const cut = cutThread([{ text: `See ${long} there.`, isHeading: false, pictures: [] }], networks.bluesky)
  expect(cut.map(({ text }) => text)).toEqual(['See\n\n1/3', `${long}\n\n2/3`, 'there.\n\n3/3'])
})

test('a thread begins with the title, breaks before a heading, and says what its pictures show', () => {
  const photo = photoOf()
  const text = `We **met** at [the hall](https://example.org/hall).\n\n- one\n- two\n\n![A lantern](photo:${photo.id})`
  const trip = writtenTrip({
    entries: [writtenNote(1, { title: 'Opening', text }), writtenNote(2, { title: 'Lunch', text: 'Soup.' })],
    photos: [photo],
  })
  expect(cutThread(threadBlocks(composePost(trip).post), networks.mastodon)).toEqual([
    {
      text: 'PyCon DE 2026\n\n1st Day\n\nOpening\n\nWe met at the hall (https://example.org/hall).\n\n• one\n• two\n\n1/2',
      pictures: ['A lantern'],
    },
    { text: 'Lunch\n\nSoup.\n\n2/2', pictures: [] },
  ])
})
