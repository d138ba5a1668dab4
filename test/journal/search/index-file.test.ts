import { crc32 } from 'node:zlib'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Dictionary } from '../../../electron/journal/search/dictionary.ts'
import { decodeIndex, encodeIndex } from '../../../electron/journal/search/index-file.ts'
import { buildSegment } from '../../../electron/journal/search/segment.ts'
import { findDocuments } from '../../../electron/journal/search/find-documents.ts'
import { describeHit } from '../../../electron/journal/search/describe-hit.ts'
import { WordNumbers } from '../../../electron/journal/search/word-numbers.ts'
import type { SearchQuery } from '../../../electron/shared/search.ts'
import { someNote, tripWith } from '../../support/library.ts'

const query: SearchQuery = { query: 'trams', mode: 'words', tripId: null, filter: {}, limit: 10 }

function someIndex() {
  const dictionary = new Dictionary()
  for (const word of ['a', 'word', 'that', 'no', 'trip', 'has', 'any', 'more']) dictionary.add(word)
  const trips = ['Two trams and a bus.', 'Three trams, and 東京.'].map((text) =>
    tripWith([someNote({ text, tags: ['city'] })]),
  )
  return { dictionary, segments: trips.map((trip) => buildSegment(trip, '1-2', dictionary)) }
}

const bytesOf = (index: ReturnType<typeof someIndex>) =>
  Uint8Array.from(Buffer.concat(encodeIndex(index.segments, index.dictionary)))

function hitsIn({ segments, dictionary }: ReturnType<typeof someIndex>) {
  const found = findDocuments(segments, dictionary, query)
  const numbers = new WordNumbers(dictionary)
  return found.best.map((match) => describeHit(match, found, numbers))
}

test('an index that was written and read finds the same, and has forgotten the words that no trip has', () => {
  const index = someIndex()
  const read = decodeIndex(bytesOf(index))
  expect(read && hitsIn(read)).toEqual(hitsIn(index))
  expect(hitsIn(index)).toHaveLength(2)
  expect(read?.dictionary.size).toBeLessThan(index.dictionary.size)
})

test('an index of which a byte is missing or differs is not used', () => {
  const bytes = bytesOf(someIndex())
  const changes = fc.record({ at: fc.nat(bytes.length - 1), value: fc.integer({ min: 1, max: 255 }) })
  fc.assert(
    fc.property(changes, ({ at, value }) => {
      const changed = bytes.slice()
      changed[at] = (changed[at] ?? 0) ^ value
      expect(decodeIndex(changed)).toBeNull()
      expect(decodeIndex(bytes.slice(0, at))).toBeNull()
    }),
  )
})

test('an index that was made to do harm is refused, or finds something or other in no time', () => {
  const bytes = bytesOf(someIndex())
  const prefix = 'Lanyard search 1\n'.length
  const change = fc.record({ at: fc.integer({ min: prefix + 4, max: bytes.length - 1 }), value: fc.nat(255) })
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
      const changed = Buffer.from(bytes)
      for (const { at, value } of changes) changed[at] = value
      changed.writeUInt32LE(crc32(changed.subarray(prefix + 8)), prefix)
      const read = decodeIndex(Uint8Array.from(changed))
      expect(read === null ? 0 : hitsIn(read).length).toBeLessThanOrEqual(query.limit)
    }),
    { numRuns: 1000 },
  )
})
