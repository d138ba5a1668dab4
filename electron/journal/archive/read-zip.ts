import { close, constants, fstat, open } from 'node:fs'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, fromFdPromise, type ZipFile } from 'yauzl'
import { fail, ok, type Result } from '../../shared/result.ts'
import { diskFailure, Refusal } from '../disk/disk-failure.ts'
import type { ArchiveSource } from './archive-source.ts'
import { message } from '../../shared/messages/message.ts'

/** A trip with that many pictures would take days to look through. */
const MAX_ITEMS = 20_000

/** A file in a zip, before it is read. */
export interface ZipItem {
  /** With `/`, inside of the zip. */
  readonly name: string
  /** As the zip says it is, unpacked, in bytes. */
  readonly size: number
  /** What it takes in the zip, in bytes. */
  readonly packedSize: number
  /** Whether it is a plain file: no folder, no link, nothing that is locked with a password. */
  readonly isPlain: boolean
  readonly isLocked: boolean
  /**
   * Its bytes; memory is taken for as many as `size` says, so that is to be looked at first. What is longer or shorter than the zip says, or does not have the checksum that the zip says, is refused.
   *
   * @returns `null` where it is not what the zip says
   */
  read(): Promise<Uint8Array<ArrayBuffer> | null>
}

export interface Zip {
  readonly items: readonly ZipItem[]
  close(): void
}

/**
 * Looks what is in a zip, of which anything may be wrong. Nothing is unpacked, and no name in it is ever made into a
 * path; one that leads out of its folder says that the whole zip was made to do harm.
 */
export async function openZip(source: ArchiveSource): Promise<Result<Zip>> {
  let zip: ZipFile | null = null
  try {
    zip = await openSource(source)
    const items = await listItems(zip)
    const opened = zip
    zip = null
    return ok({ items, close: () => opened.close() })
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.failure }
    if (error instanceof Error && 'syscall' in error) return diskFailure(error, message('attempt.read-file-unnamed'))
    return damaged()
  } finally {
    zip?.close()
  }
}

async function openSource(source: ArchiveSource): Promise<ZipFile> {
  const options = { autoClose: false, strictFileNames: false, validateEntrySizes: true }
  if (source.kind === 'bytes') {
    const { buffer, byteOffset, byteLength } = source.data
    return await fromBufferPromise(Buffer.from(buffer, byteOffset, byteLength), options)
  }
  // Asked before it is opened: to open a device can do something, and a pipe can wait for ever.
  if (!(await stat(source.path)).isFile()) throw noFile()
  const file = await promisify(open)(source.path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    if (!(await promisify(fstat)(file)).isFile()) throw noFile()
    return await fromFdPromise(file, options)
  } catch (error) {
    await promisify(close)(file)
    throw error
  }
}

async function listItems(zip: ZipFile): Promise<ZipItem[]> {
  if (zip.entryCount > MAX_ITEMS) throw new Refusal(tooManyItems().error)
  const items: ZipItem[] = []
  const names = new Set<string>()
  let packed = 0
  for await (const entry of entriesOf(zip)) {
    const item = describe(zip, entry)
    // As systems compare them that take "A" and "a" for one name, or two ways to write "ä".
    const name = item.name.normalize('NFC').toLowerCase()
    if (names.has(name)) throw new Refusal(sameName(item.name).error)
    names.add(name)
    items.push(item)
    packed += entry.compressedSize
  }
  // More than there is: two of them share their bytes, so that a small file unpacks to many large ones.
  if (packed > zip.fileSize) throw new Error('The files in it overlap.')
  return items
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry()
  } catch (error) {
    if (error instanceof Error && /path: |invalid characters/.test(error.message)) throw new Refusal(leadsOut().error)
    throw error
  }
}

function describe(zip: ZipFile, entry: Entry): ZipItem {
  const name = entry.fileName
  if (name.includes('\0')) throw new Refusal(leadsOut().error)
  const kind = (entry.externalFileAttributes >>> 16) & 0o170000
  const isFile = kind === 0 || kind === 0o100000
  return {
    name,
    size: entry.uncompressedSize,
    packedSize: entry.compressedSize,
    isLocked: entry.isEncrypted(),
    isPlain: isFile && !name.endsWith('/') && entry.canDecodeFileData(),
    read: () => readItem(zip, entry).catch(() => null),
  }
}

async function readItem(zip: ZipFile, entry: Entry): Promise<Uint8Array<ArrayBuffer> | null> {
  const data = new Uint8Array(entry.uncompressedSize)
  let end = 0
  const stream = await zip.openReadStreamPromise(entry)
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (end + chunk.byteLength > data.byteLength) return null
    data.set(chunk, end)
    end += chunk.byteLength
  }
  return end === data.byteLength && crc32(data) === entry.crc32 ? data : null
}

function noFile(): Refusal {
  const { error } = fail('import.unknown', 'This is no file that could hold a trip. Nothing was imported.')
  return new Refusal(error)
}

function damaged(): Result<never> {
  return fail(
    'import.damaged',
    'The file is damaged or cut off, or is no exported trip. Nothing was imported. Copy it once more from where it comes from, or save it anew there.',
  )
}

function tooManyItems() {
  return fail('import.too-large', 'There are far more files in it than a trip has. Nothing was imported.')
}

function leadsOut() {
  return fail(
    'import.damaged',
    'A name in the file leads out of its own folder, which no exported trip has. Nothing was imported. Do not trust where it comes from.',
  )
}

function sameName(name: string) {
  return fail(
    'import.damaged',
    `Two files in it have the same name, "${name.slice(0, 100)}", which no exported trip has. Nothing was imported.`,
  )
}
