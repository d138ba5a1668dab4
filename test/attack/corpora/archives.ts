import { crc32, deflateRawSync } from 'node:zlib'
import type { Photo, Trip } from '../../../electron/shared/trip.ts'
import { type HandMade, handMadeZip, pictureData, tripFiles } from '../../support/archives.ts'
import type { Random } from '../../torture/random.ts'
import { oddNames, waysTo } from './paths.ts'

/** A file that looks like an exported trip. */
export interface HostileArchive {
  /** What is wrong with it. */
  what: string
  /** The files in it, as far as it is made of any. */
  files: readonly HandMade[]
  data: Uint8Array
}

/** A trip with a picture, from which archives are made. */
export interface Packed {
  trip: Trip
  photo: Photo
  data: Uint8Array
}

const MEBIBYTE = 1024 * 1024
const LINK = (0o120777 << 16) >>> 0
const targets = [['private', 'evil.txt'], ['private', 'secret.png'], ['evil.txt'], ['Lanyard-private', 'trip.json']]

type Shape = (base: Packed, random: Random) => Omit<HostileArchive, 'data' | 'what'> & { data?: Uint8Array }

const shapes: Record<string, Shape> = {
  'a name that leads elsewhere': (base, random) => ({
    files: [...filesOf(base), { name: `${start(random)}${way(random)}`, data: 'evil' }],
  }),
  'a picture whose record leads elsewhere': (base, random) => {
    const file = random.chance(0.5) ? way(random) : random.pick(oddNames)
    const trip = { ...base.trip, photos: [{ ...base.photo, file }] }
    return { files: [...tripFiles(trip), { name: `a-trip/photos/${file}`, data: base.data }] }
  },
  'a trip whose id is a path': (base, random) => {
    const json = JSON.stringify({ ...base.trip, id: way(random), title: way(random) })
    return { files: [{ name: 'a-trip/trip.json', data: json }] }
  },
  'a link in place of a file': (base, random) => {
    const name = random.pick([`photos/${base.photo.file}`, 'trip.json', 'photos', 'other'])
    const link = { name: `a-trip/${name}`, data: way(random), says: { attributes: LINK } }
    return { files: [link, ...filesOf(base).filter((file) => file.name !== link.name)] }
  },
  'a link and a file below it': (base, random) => ({
    files: [
      { name: 'a-trip/photos', data: way(random), says: { attributes: LINK } },
      { name: 'a-trip/photos/', data: '', says: { attributes: LINK } },
      ...filesOf(base),
    ],
  }),
  'two names in one entry': (base, random) => {
    const name = way(random)
    return {
      files: [
        ...filesOf(base),
        { name: 'a-trip/plain.txt', data: 'evil', extra: unicodePath('a-trip/plain.txt', name) },
      ],
    }
  },
  'a name that is not what its place says': (base, random) => {
    const files = filesOf(base)
    const data = handMadeZip(files)
    // The name at the file itself, which some programs believe, has the same length.
    const name = 'a-trip/trip.json'
    const at = Buffer.from(data).indexOf(name)
    Buffer.from(data.buffer).write('../'.repeat(10).slice(0, name.length), at)
    return { files: [...files, { name: random.pick(['../x', 'a-trip/x']), data: '' }], data }
  },
  'names that are repeated': (base, random) => {
    const name = random.pick([
      `photos/${base.photo.file}`,
      'trip.json',
      `PHOTOS/${base.photo.file}`,
      `photos\\${base.photo.file}`,
    ])
    return { files: [...filesOf(base), { name: `a-trip/${name}`, data: random.pick(['x', base.data]) }] }
  },
  'a name of any length and alphabet': (base, random) => ({
    files: [...filesOf(base), { name: `a-trip/${random.pick(oddNames)}`, data: 'x' }],
  }),
  'a text of nothing but spaces': ({ trip }, random) => ({
    files: [bomb(' '.repeat(random.pick([1, 30, 100]) * MEBIBYTE)), ...tripFiles(trip).slice(1)],
  }),
  'a text that unpacks to more than it states': (_, random) => ({
    files: [{ ...bomb('['.repeat(60 * MEBIBYTE)), says: { size: random.pick([0, 1, 1000, 64 * MEBIBYTE]) } }],
  }),
  'a text that claims to be endless': (base, random) => ({
    files: filesOf(base).map((file) => ({
      ...file,
      says: { size: random.pick([0xfffffffe, 0x7fffffff, 0xffffffff]) },
    })),
  }),
  'a picture that hardly packs': ({ trip, photo }, random) => {
    const data = pictureData(0, random.pick([8, 50]) * MEBIBYTE)
    const photos = [{ ...photo, bytes: data.byteLength }]
    return { files: [...tripFiles({ ...trip, photos }), { name: `a-trip/photos/${photo.file}`, data, method: 8 }] }
  },
  'a zip in a zip in a zip': (base, random) => {
    let data: Uint8Array = new Uint8Array(MEBIBYTE)
    for (let level = 0; level < 5; level++) {
      data = handMadeZip(Array.from({ length: 10 }, (_, index) => ({ name: `${index}.zip`, data, method: 8 })))
    }
    return {
      files: [...filesOf(base), { name: random.pick(['a-trip/inner.lanyard', 'a-trip/photos/inner.png']), data }],
    }
  },
  'files that share their bytes': ({ trip, photo, data }, random) => {
    const places = tripFiles(trip)
    const first = { name: `a-trip/photos/${photo.file}`, data }
    const offset = Buffer.from(handMadeZip([...places, first])).indexOf(data) - 30 - first.name.length
    const says = { offset, size: data.byteLength, packedSize: data.byteLength }
    const others = Array.from({ length: random.pick([2, 100, 5000]) }, (_, index) => ({
      name: `a-trip/photos/${index}.png`,
      data: '',
      says,
    }))
    return { files: [...places, first, ...others] }
  },
  'very many files': (base, random) => ({
    files: [
      ...filesOf(base),
      ...Array.from({ length: random.pick([19_990, 20_001, 65_000]) }, (_, index) => ({
        name: `a-trip/${index}`,
        data: '',
      })),
    ],
  }),
  'very many parts in one text': ({ trip }, random) => ({
    files: [
      bomb(
        random.pick([
          '['.repeat(5 * MEBIBYTE),
          '{"a":'.repeat(MEBIBYTE),
          `[${'{},'.repeat(3 * MEBIBYTE)}{}]`,
          `{${Array.from({ length: 600_000 }, (_, index) => `"k${index}":1`).join()}}`,
          JSON.stringify({ ...trip, entries: Array.from({ length: 100_000 }, () => ({})) }),
          `1${'0'.repeat(10 * MEBIBYTE)}`,
          `"${'\\u0000'.repeat(3 * MEBIBYTE)}"`,
        ]),
      ),
    ],
  }),
  'sizes and places that are wrong': (base, random) => ({
    files: filesOf(base).map((file) => {
      const field = random.pick(['size', 'packedSize', 'crc', 'offset', 'flags', 'attributes'] as const)
      return { ...file, says: { [field]: random.below(field === 'flags' ? 2 ** 16 : 2 ** 31) } }
    }),
  }),
  'bytes that were changed': (base, random) => {
    const data = handMadeZip(filesOf(base)).slice()
    for (let times = 1 + random.below(5); times > 0; times--) data[random.below(data.byteLength)] = random.below(256)
    return { files: filesOf(base), data }
  },
  'an end that is missing': (base, random) => {
    const data = handMadeZip(filesOf(base))
    return { files: [], data: data.subarray(0, random.below(data.byteLength)) }
  },
  'another count and another place of its list': (base, random) => ({
    files: [],
    data: handMadeZip(filesOf(base), { count: random.below(65_536), start: random.below(2 ** 31) }),
  }),
  'a stream of unpacked zeros': (_, random) => {
    const packed = deflateRawSync(new Uint8Array(random.pick([1, 64]) * MEBIBYTE))
    return { files: [], data: new Uint8Array(packed) }
  },
}

/** What can be wrong with an archive. */
export const archiveShapes: readonly string[] = Object.keys(shapes)

/** Makes an archive that is wrong in some way. */
export function inventArchive(what: string, base: Packed, random: Random): HostileArchive {
  const shape = shapes[what]
  if (shape === undefined) throw new Error(`There is no archive with ${what}.`)
  const made = shape(base, random)
  return { what, files: made.files, data: made.data ?? handMadeZip(made.files) }
}

const filesOf = ({ trip, photo, data }: Packed) => tripFiles(trip, [{ photo, data }])

const bomb = (text: string): HandMade => ({ name: 'a-trip/trip.json', data: text, method: 8 })

const plainWays = targets.flatMap((target) => [1, 2, 3, 4, 5].map((steps) => '../'.repeat(steps) + target.join('/')))

const way = (random: Random) => random.pick(random.chance(0.4) ? plainWays : waysTo(random.pick(targets)))

const start = (random: Random) => random.pick(['', 'a-trip/', 'a-trip/photos/', './'])

/** A field with a second name, which some programs prefer. */
function unicodePath(name: string, other: string): Uint8Array {
  const path = Buffer.from(other)
  const field = Buffer.alloc(9)
  field.writeUInt16LE(0x7075, 0)
  field.writeUInt16LE(5 + path.byteLength, 2)
  field.writeUInt8(1, 4)
  field.writeUInt32LE(crc32(Buffer.from(name)), 5)
  return Buffer.concat([field, path])
}
