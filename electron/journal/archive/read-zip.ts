import { close } from 'node:fs'
import { promisify } from 'node:util'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, fromFdPromise, type ZipFile } from 'yauzl'
import { fail, ok, type Result } from '../../shared/result.ts'
import { diskFailure, Refusal } from '../disk/disk-failure.ts'
import { errorCode } from '../disk/file-system.ts'
import { NOT_A_FILE, openRegularDescriptor } from '../disk/open-file.ts'
import type { ArchiveSource } from './archive-source.ts'
import { message } from '../../shared/messages/message.ts'

/** A trip with more pictures would take days to look through. */
const MAX_ITEMS = 20_000

/** A file in a zip, before it is read. */
export interface ZipItem {
  /** The path inside the zip, with `/`. */
  readonly name: string
  /** The unpacked size that the zip states, in bytes. */
  readonly size: number
  /** The packed size, in bytes. */
  readonly packedSize: number
  /** Whether it is a plain file: not a folder, not a link, not protected with a password. */
  readonly isPlain: boolean
  readonly isLocked: boolean
  /**
   * Reads the bytes. Check `size` first: that much memory is allocated. Data whose length or checksum differs from what
   * the zip states is rejected.
   *
   * @returns `null` if the data is not what the zip states
   */
  read(): Promise<Uint8Array<ArrayBuffer> | null>
}

export interface Zip {
  readonly items: readonly ZipItem[]
  close(): void
}

/**
 * Lists the contents of an untrusted zip. Nothing is unpacked, and no name in it is ever used as a path. A name that
 * leads out of its folder means that the whole zip is malicious.
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
  const file = await openRegularDescriptor(source.path).catch((error: unknown) => {
    const code = errorCode(error)
    throw code === NOT_A_FILE || code === 'EISDIR' ? noFile() : error
  })
  try {
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
    // Compared the way systems do that ignore case and Unicode normalization.
    const name = item.name.normalize('NFC').toLowerCase()
    if (names.has(name)) throw new Refusal(sameName(item.name).error)
    names.add(name)
    items.push(item)
    packed += entry.compressedSize
  }
  // If the sum is larger than the file, items share their bytes, so that a small file unpacks to many large ones.
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
  const { error } = fail('import.not-a-trip-file')
  return new Refusal(error)
}

function damaged(): Result<never> {
  return fail('import.zip-damaged')
}

function tooManyItems() {
  return fail('import.too-many-items')
}

function leadsOut() {
  return fail('import.path-outside')
}

function sameName(name: string) {
  return fail('import.repeated-name', { name: name.slice(0, 100) })
}
