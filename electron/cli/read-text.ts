import { fstatSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { diskFailure } from '../journal/disk/disk-failure.ts'
import { fail, ok, type Result } from '../shared/result.ts'

/** More than this is no text that somebody wrote: 50 MB. */
export const MAX_TEXT_BYTES = 50 * 1000 * 1000
/** How long a program that keeps our standard input open, and says nothing, is waited for. */
const SILENCE_MS = 2_000

/** Reads a text file in UTF-8; `-` is standard input. The line break at its end is not part of the text. */
export async function readTextFile(path: string): Promise<Result<string>> {
  if (path === '-') return await readStandardInput()
  try {
    const file = await open(path, 'r')
    try {
      const item = await file.stat()
      // A named pipe is as good as a file: that is how shells hand over what another program writes.
      if (!item.isFile() && !item.isFIFO()) return fail('import.not-text', `"${path}" is no file with a text.`)
      if (item.size > MAX_TEXT_BYTES) return tooLarge(`"${path}"`)
      return await readStream(file.createReadStream({ autoClose: false }), `"${path}"`)
    } finally {
      await file.close()
    }
  } catch (error) {
    return diskFailure(error, `read "${path}"`)
  }
}

/**
 * Reads what is piped in; nothing where somebody sits at the keyboard.
 *
 * A shell ends its pipes, so they are waited for, however slow. A program that started us with an open socket may never
 * think of closing it: where such a one says nothing at first, there is nothing.
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
    return await readStream(stdin, 'What came on standard input', () => clearTimeout(timer))
  } catch (error) {
    return stdin.destroyed ? ok('') : diskFailure(error, 'read standard input')
  } finally {
    clearTimeout(timer)
  }
}

async function readStream(stream: AsyncIterable<Buffer>, what: string, onData = () => {}): Promise<Result<string>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    onData()
    size += chunk.byteLength
    if (size > MAX_TEXT_BYTES) return tooLarge(what)
    chunks.push(chunk)
  }
  return decode(Buffer.concat(chunks), what)
}

function decode(data: Uint8Array, what: string): Result<string> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(data)
    if (!text.includes('\0')) return ok(text.replace(/\r?\n$/, ''))
  } catch {
    // Not UTF-8: said below.
  }
  return fail('import.not-text', `${what} is not a text in UTF-8, so nothing was added.`)
}

function tooLarge(what: string): Result<never> {
  return fail('import.too-large', `${what} is larger than 50 MB, which is more than a text can be. Nothing was added.`)
}
