import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateRawSync, crc32 } from 'node:zlib'
import { onTestFinished } from 'vitest'
import { addPhoto } from '../../electron/journal/edits/save-photo.ts'
import type { ArchiveSource } from '../../electron/journal/archive/archive-source.ts'
import { type OpenArchive, openArchive } from '../../electron/journal/archive/open-archive.ts'
import { packTrip } from '../../electron/journal/archive/pack-trip.ts'
import { encodeTrip } from '../../electron/journal/trip-file/trip-file.ts'
import { describePhoto } from '../../electron/journal/library/photo-data.ts'
import type { Library } from '../../electron/journal/library/library.ts'
import type { Photo, Trip } from '../../electron/shared/trip.ts'
import { someNote, tripWith, valueOf } from './library.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { onePixel } from './trips.ts'

/** A picture that differs from every other: one pixel, followed by some bytes that readers ignore. */
export function pictureData(seed: number, size = 200): Uint8Array {
  const data = new Uint8Array(onePixel.byteLength + size).fill(seed)
  data.set(onePixel)
  return data
}

/** A picture and its record. */
export function somePicture(seed: number, name = `picture ${seed}.png`): { photo: Photo; data: Uint8Array } {
  const data = pictureData(seed)
  return { photo: valueOf(describePhoto(data, name)), data }
}

/** Store a trip with two notes and a number of pictures in a library. */
export async function addPicturedTrip(library: Library, pictures = 2): Promise<Trip> {
  const made = Array.from({ length: pictures }, (_, index) => somePicture(index + 1))
  const trip = tripWith([someNote({ title: 'Arrival', text: 'Two trains.' }), someNote({ title: 'Lunch' })])
  const bytes = new Map(made.map(({ photo, data }) => [photo.id, data]))
  return valueOf(await library.create({ ...trip, photos: made.map(({ photo }) => photo) }, bytes)).trip
}

export async function addPicture(library: Library, tripId: string, seed: number): Promise<Photo> {
  const { photo, data } = somePicture(seed)
  valueOf(await library.update(tripId, (trip) => addPhoto(trip, photo), new Map([[photo.id, data]])))
  return photo
}

/** Save a trip as a file in a new folder. Returns the path of the file. */
export async function packed(library: Library, tripId: string): Promise<string> {
  const path = join(await temporaryFolder(), 'trip.lanyard')
  valueOf(await packTrip({ library, tripId, path, replace: false }))
  return path
}

/** Open an exported trip in a thread of its own, which ends with the test. */
export async function opened(source: ArchiveSource | string): Promise<OpenArchive> {
  const archive = valueOf(await openArchive(typeof source === 'string' ? { kind: 'file', path: source } : source))
  onTestFinished(() => archive.close())
  return archive
}

/** One file of a handmade zip, with everything that is wrong with it. */
export interface HandMade {
  name: string | Uint8Array
  data: Uint8Array | string
  /** 8 for deflated; the default is 0, stored. */
  method?: number
  /** What the zip says instead of the true value. */
  says?: Partial<{ size: number; packedSize: number; crc: number; offset: number; flags: number; attributes: number }>
  extra?: Uint8Array
}

/** Build a zip byte by byte, as no program would write it. */
export function handMadeZip(files: readonly HandMade[], says: { count?: number; start?: number } = {}): Uint8Array {
  const locals: Buffer[] = []
  const records: Buffer[] = []
  let offset = 0
  for (const { name, data, method = 0, says: lies = {}, extra = new Uint8Array() } of files) {
    const bytes = Buffer.from(data)
    const body = method === 8 ? deflateRawSync(bytes) : bytes
    const fileName = Buffer.from(name)
    const numbers = (length: number) => {
      const head = Buffer.alloc(length)
      const [flags, at] = length === 30 ? [6, 8] : [8, 10]
      head.writeUInt16LE(lies.flags ?? 0x800, flags)
      head.writeUInt16LE(method, at)
      head.writeUInt32LE(lies.crc ?? crc32(bytes), at + 6)
      head.writeUInt32LE(lies.packedSize ?? body.byteLength, at + 10)
      head.writeUInt32LE(lies.size ?? bytes.byteLength, at + 14)
      head.writeUInt16LE(fileName.byteLength, at + 18)
      return head
    }
    const local = numbers(30)
    local.writeUInt32LE(0x04034b50, 0)
    locals.push(local, fileName, body)
    const record = numbers(46)
    record.writeUInt32LE(0x02014b50, 0)
    record.writeUInt16LE(extra.byteLength, 30)
    record.writeUInt16LE(0x0300 | 20, 4)
    record.writeUInt32LE(lies.attributes ?? (0o100644 << 16) >>> 0, 38)
    record.writeUInt32LE(lies.offset ?? offset, 42)
    records.push(record, fileName, Buffer.from(extra))
    offset += local.byteLength + fileName.byteLength + body.byteLength
  }
  const directory = Buffer.concat(records)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(says.count ?? files.length, 8)
  end.writeUInt16LE(says.count ?? files.length, 10)
  end.writeUInt32LE(directory.byteLength, 12)
  end.writeUInt32LE(says.start ?? offset, 16)
  return new Uint8Array(Buffer.concat([...locals, directory, end]))
}

/** The files of an exported trip with some pictures, for {@link handMadeZip}. */
export function tripFiles(trip: Trip, pictures: readonly { photo: Photo; data: Uint8Array }[] = []): HandMade[] {
  return [
    { name: 'a-trip/trip.json', data: encodeTrip(trip).slice(), method: 8 },
    ...pictures.map(({ photo, data }) => ({ name: `a-trip/photos/${photo.file}`, data })),
  ]
}

/** Write bytes to a file in a new folder. */
export async function fileOf(data: Uint8Array, name = 'trip.lanyard'): Promise<string> {
  const path = join(await temporaryFolder(), name)
  await writeFile(path, data)
  return path
}

/** Read the bytes of a trip's file in a library. */
export async function tripBytes(library: Library, tripId: string): Promise<Uint8Array> {
  return await readFile(join(valueOf(await library.placeOf(tripId)), 'trip.json'))
}
