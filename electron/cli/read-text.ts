import { fstatSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { diskFailure } from '../journal/disk/disk-failure.ts'
import { openRegularFile } from '../journal/disk/open-file.ts'
import { formatSize } from '../shared/messages/format.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { message } from '../shared/messages/message.ts'

/** Maximum size of a text, in bytes: nobody writes more. */
const MAX_TEXT_BYTES = 50 * 1000 * 1000
/** Timeout for the first bytes from a program that keeps standard input open, in milliseconds. */
const SILENCE_MS = 2_000

/** Where a text comes from; `path` is empty for standard input. */
interface Origin {
  source: 'file' | 'other'
  path: string
}

const standardInput: Origin = { source: 'other', path: '' }

/** Reads a UTF-8 text file, or standard input for `-`. The line break at the end is not part of the text. */
export async function readTextFile(path: string): Promise<Result<string>> {
  if (path === '-') return await readStandardInput()
  try {
    // Checked before it is opened: opening a device can have side effects.
    const found = await stat(path)
    // Shells pass the output of another program as a named pipe, so pipes are accepted too.
    if (!found.isFile() && !found.isFIFO()) return fail('import.text-not-a-file', { path })
    const file = found.isFile() ? await openRegularFile(path) : await open(path, 'r')
    try {
      const item = await file.stat()
      if (!item.isFile() && !item.isFIFO()) return fail('import.text-not-a-file', { path })
      const origin: Origin = { source: 'file', path }
      if (item.size > MAX_TEXT_BYTES) return tooLarge(origin)
      return await readStream(file.createReadStream({ autoClose: false }), origin)
    } finally {
      await file.close()
    }
  } catch (error) {
    return diskFailure(error, message('attempt.read-file', { name: path }))
  }
}

/**
 * Reads piped input. Returns an empty text if standard input is a terminal.
 *
 * A shell closes its pipes, however slow they are, so this waits for the end. A program that started us with an open
 * socket may never close it: if nothing arrives in time, the text is empty.
 */
export async function readPipedText(): Promise<Result<string>> {
  if (process.stdin.isTTY) return ok('')
  try {
    return await readStandardInput(fstatSync(0).isSocket() ? SILENCE_MS : null)
  } catch {
    // Standard input is closed.
    return ok('')
  }
}

async function readStandardInput(silence: number | null = null): Promise<Result<string>> {
  const { stdin } = process
  const timer = silence === null ? undefined : setTimeout(() => stdin.destroy(), silence)
  try {
    return await readStream(stdin, standardInput, () => clearTimeout(timer))
  } catch (error) {
    return stdin.destroyed ? ok('') : diskFailure(error, message('attempt.read-standard-input'))
  } finally {
    clearTimeout(timer)
  }
}

async function readStream(stream: AsyncIterable<Buffer>, origin: Origin, onData = () => {}): Promise<Result<string>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    onData()
    size += chunk.byteLength
    if (size > MAX_TEXT_BYTES) return tooLarge(origin)
    chunks.push(chunk)
  }
  return decode(Buffer.concat(chunks), origin)
}

function decode(data: Uint8Array, origin: Origin): Result<string> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(data)
    if (!text.includes('\0')) return ok(text.replace(/\r?\n$/, ''))
  } catch {
    // The failure below reports that it is not UTF-8.
  }
  return fail('import.text-not-utf8', { ...origin })
}

function tooLarge(origin: Origin): Result<never> {
  return fail('import.text-too-large', { ...origin, limit: formatSize(MAX_TEXT_BYTES) })
}
