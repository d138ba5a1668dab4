import { Readable } from 'node:stream'
import { extract, type Entry } from 'tar-stream'
import { fail, ok, type Result } from '../../shared/result.ts'
import { Refusal } from '../disk/disk-failure.ts'

/** What happens to the files of a tar. A failure ends the reading. */
export interface TarReader {
  /** Something that is no file: a link, a device. */
  onSkipped: (name: string) => void
  /** Asked before a file is read, with the size in bytes that the tar states; `null` to pass over it. */
  admit: (name: string, size: number) => Result<null> | null
  onFile: (name: string, data: Uint8Array) => Result<null>
  /** Called after the last file of a tar without a mark at its end: others may have been cut off. */
  onCutOff: () => void
}

const BLOCK = 512
/** How much is handed on at once, in bytes. */
const PIECE = 1024 * 1024

/** Whether bytes are a tar: its first header names the format, as every program has written it since 1988. */
export function isTar(data: Uint8Array): boolean {
  return data.byteLength >= BLOCK && String.fromCharCode(...data.subarray(257, 262)) === 'ustar'
}

/**
 * Reads an untrusted tar in memory. No name in it is used as a path, and one that leads out of its folder means that the
 * whole tar is malicious.
 */
export async function readTar(data: Uint8Array, reader: TarReader): Promise<Result<null>> {
  const files = extract()
  const source = Readable.from(piecesOf(data), { objectMode: false })
  source.pipe(files)
  try {
    let end = 0
    for await (const entry of files as AsyncIterable<Entry>) {
      end = endOf(entry)
      await readEntry(entry, reader)
    }
    if (!hasEndMark(data, end)) reader.onCutOff()
    return ok(null)
  } catch (error) {
    return error instanceof Refusal ? { ok: false, error: error.failure } : fail('import.zip-damaged')
  } finally {
    source.destroy()
    files.destroy()
  }
}

async function readEntry(entry: Entry, { onSkipped, admit, onFile }: TarReader): Promise<void> {
  const { name, type, size = 0 } = entry.header
  if (!Number.isSafeInteger(size) || size < 0) throw new Error('No file has that size.')
  if (leadsOut(name)) throw new Refusal(fail('import.path-outside').error)
  const admitted = type === 'file' || type === 'contiguous-file' ? admit(name, size) : null
  if (type !== 'file' && type !== 'contiguous-file' && type !== 'directory') onSkipped(name)
  if (admitted?.ok === false) throw new Refusal(admitted.error)
  if (admitted === null) {
    entry.resume()
    return
  }
  // Only now: a header can state any size.
  const content = new Uint8Array(size)
  let end = 0
  for await (const chunk of entry as AsyncIterable<Buffer>) {
    content.set(chunk, end)
    end += chunk.byteLength
  }
  if (end !== size) throw new Error('The tar is cut off.')
  const taken = onFile(name, content)
  if (!taken.ok) throw new Refusal(taken.error)
}

/** Where the blocks of an entry end in its tar, in bytes. */
function endOf(entry: Entry): number {
  // The library states the position of the header, and its types do not.
  const start = 'offset' in entry && typeof entry.offset === 'number' ? entry.offset : 0
  return start + BLOCK + Math.ceil((entry.header.size ?? 0) / BLOCK) * BLOCK
}

/**
 * Whether a tar ends as it should after its last entry. That are two blocks of zeros, of which some programs write one:
 * it can only be part of the mark, because no header is empty.
 */
function hasEndMark(data: Uint8Array, end: number): boolean {
  return data.byteLength >= end + BLOCK && data.subarray(-BLOCK).every((byte) => byte === 0)
}

function leadsOut(name: string): boolean {
  return /^[/\\]|^[a-z]:|[\0\\]/i.test(name) || name.split('/').includes('..')
}

function* piecesOf(data: Uint8Array): Generator<Buffer> {
  const { buffer, byteOffset } = data
  for (let start = 0; start < data.byteLength; start += PIECE) {
    yield Buffer.from(buffer, byteOffset + start, Math.min(PIECE, data.byteLength - start))
  }
}
