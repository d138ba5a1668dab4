import { crc32 } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appendChecksum, summed } from '../../../electron/journal/trip-file/checksum.ts'
import { createTripEncoder } from '../../../electron/journal/trip-file/encode-trip.ts'
import { indentedJson } from '../../../electron/journal/trip-file/indented-json.ts'
import { decodeTrip, encodeTrip } from '../../../electron/journal/trip-file/trip-file.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { codeOf, messageOf, someNote, tripWith, valueOf } from '../../support/library.ts'

const read = (bytes: Uint8Array | string) => decodeTrip(Buffer.from(bytes), 'here/trip.json')
const encode = (trip: Trip) => Buffer.from(encodeTrip(trip))
const withoutChecksum = (bytes: Buffer) => `{\n${bytes.toString().split('\n').slice(2).join('\n')}`

const someNotes = Array.from({ length: 100 }, (_, index) =>
  someNote({ title: `Note ${index}`, text: 'Grüße – “hi” 🎪\n' }),
)

describe('the file of a trip', () => {
  test('a trip file reads back as what was written', () => {
    const trip = tripWith(someNotes)
    expect(valueOf(read(encode(trip)))).toEqual(trip)
  })

  test('a trip file is indented JSON that begins with a checksum of everything that follows', () => {
    const trip = tripWith([someNote(), someNote()])
    const text = encode(trip).toString()
    const [first, line, ...rest] = text.split('\n')
    const checksum = crc32(rest.join('\n')).toString(16).padStart(8, '0')
    expect([first, line]).toEqual(['{', `  "checksum": "crc32:${checksum}",`])
    const { entries, deleted, photos, report, ...details } = trip
    const ordered = { checksum: `crc32:${checksum}`, ...details, entries, deleted, photos, report }
    expect(text).toBe(`${JSON.stringify(ordered, null, 2)}\n`)
  })

  test('a trip file that was made by hand is read without a checksum', () => {
    const trip = tripWith(someNotes)
    expect(valueOf(read(withoutChecksum(encode(trip))))).toEqual(trip)
    expect(valueOf(read(JSON.stringify(trip)))).toEqual(trip)
  })

  test('a trip file of a newer version is recognized as such, whatever else it contains', () => {
    const newer = { checksum: 'sha512:abc', ...tripWith([]), schemaVersion: 2, mood: 'good' }
    expect(codeOf(read(JSON.stringify(newer)))).toBe('trip.newer')
    expect(messageOf(read(JSON.stringify(newer)))).toContain('Update Lanyard')
    expect(messageOf(read(JSON.stringify({ ...newer, entries: 'elsewhere' })))).toContain('a form that this one')
  })

  test('a trip file is not taken for a newer one because a bit of its version has flipped', () => {
    const flipped = encode(tripWith([])).toString().replace('"schemaVersion": 1', '"schemaVersion": 9')
    expect(codeOf(read(flipped))).toBe('trip.damaged')
  })
})

describe('a damaged file', () => {
  const whole = encode(tripWith(someNotes))

  test('a truncated file is detected wherever it was cut off', () => {
    for (let percent = 0; percent < 100; percent++) {
      expect(codeOf(read(whole.subarray(0, (whole.byteLength * percent) / 100)))).toBe('trip.damaged')
    }
  })

  test('a flipped bit is detected in any position', () => {
    const flip = fc.property(fc.nat(whole.byteLength - 1), fc.nat(7), (index, bit) => {
      const flipped = Buffer.from(whole)
      flipped.writeUInt8(flipped.readUInt8(index) ^ (1 << bit), index)
      expect(['trip.damaged', 'trip.newer']).toContain(codeOf(read(flipped)))
    })
    fc.assert(flip, { numRuns: 300 })
  })

  const cases: [string, Buffer | string, RegExp][] = [
    ['empty', '', /it is empty/],
    ['null', 'null', /there is no trip in it/],
    ['a list', '[]', /there is no trip in it/],
    ['all NULs', Buffer.alloc(4096), /there is nothing in it/],
    ['NULs in its midst', Buffer.concat([whole.subarray(0, 999), Buffer.alloc(512), whole.subarray(1511)]), /garbled/],
    ['in Latin-1', Buffer.from(withoutChecksum(whole), 'latin1'), /not text \(UTF-8\)/],
    ['with a byte order mark', `\uFEFF${withoutChecksum(whole)}`, /byte order mark/],
    ['something else', '{"name": "package", "version": "1.0.0"}', /form of a trip/],
    ['edited below its checksum', whole.toString().replace('Note 7', 'Note seven'), /does not match its checksum/],
    [
      'of two checksums',
      whole.toString().replace('"schemaVersion"', '"checksum": "none",\n  "schemaVersion"'),
      /checksum/,
    ],
    ['with parts unknown', JSON.stringify({ ...tripWith([]), mood: 'good' }), /form of a trip/],
    ['with a prototype', JSON.stringify(tripWith([])).replace('{', '{"__proto__":{"id":1},'), /form of a trip/],
  ]

  test.for(cases)('a damaged file is refused with an explanation: %s', ([, bytes, why]) => {
    const result = read(bytes)
    expect(codeOf(result)).toBe('trip.damaged')
    expect(messageOf(result)).toMatch(/^“here\/trip.json” is damaged: /)
    expect(messageOf(result)).toMatch(why)
    expect(messageOf(result)).toMatch(/leaves the file as it is.*put a good copy/)
  })

  test('a file that has two entries with the same id is refused', () => {
    const note = someNote()
    expect(messageOf(read(JSON.stringify(tripWith([note, { ...note, text: 'twin' }]))))).toContain('an entry twice')
  })
})

test('encoding successive states gives the same bytes as encoding each alone', () => {
  const edit = fc.record({
    kind: fc.constantFrom('text', 'add', 'remove', 'move', 'report'),
    at: fc.nat(),
    text: fc.string(),
  })
  const sameBytes = fc.property(fc.array(edit, { maxLength: 30 }), fc.nat(120), (edits, size) => {
    const encodeNext = createTripEncoder()
    let trip = tripWith(someNotes.slice(0, size))
    for (const { kind, at, text } of edits) {
      trip = change(trip, kind, at % (trip.entries.length + 1), text)
      const bytes = Buffer.concat(encodeNext(trip))
      expect(bytes.equals(encode(trip))).toBe(true)
      expect(read(bytes).ok).toBe(true)
    }
  })
  fc.assert(sameBytes, { numRuns: 60 })
})

function change(trip: Trip, kind: string, at: number, text: string): Trip {
  const { entries, report } = trip
  const entry = entries[at]
  switch (kind) {
    case 'add':
      return { ...trip, entries: entries.toSpliced(at, 0, someNote({ text })) }
    case 'remove':
      return { ...trip, entries: entries.toSpliced(at, 1) }
    case 'move':
      return entry === undefined ? trip : { ...trip, entries: [...entries.toSpliced(at, 1), entry] }
    case 'report':
      return { ...trip, title: `${text}.`, report: { ...report, lead: text } }
    default:
      return entry === undefined ? trip : { ...trip, entries: entries.with(at, { ...entry, text }) }
  }
}

test('indented JSON equals the output of JSON.stringify', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(indentedJson(value, '\n')).toBe(JSON.stringify(value, null, 2))
    }),
  )
  expect(indentedJson({ a: undefined, b: [{}] }, '\n')).toBe(JSON.stringify({ a: undefined, b: [{}] }, null, 2))
})

test('the checksum of the parts is the checksum of the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (pieces) => {
      const checksum = pieces.map((piece) => summed(piece)).reduce(appendChecksum, 0)
      expect(checksum).toBe(crc32(Buffer.concat(pieces)))
    }),
  )
})
