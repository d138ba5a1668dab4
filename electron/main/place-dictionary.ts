import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { diskFailure } from '../journal/disk/disk-failure.ts'
import { writeDurably } from '../journal/disk/write-durably.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { Dictionary } from './spelling-languages.ts'
import { message } from '../shared/messages/message.ts'

/**
 * Copies a dictionary to where Chromium looks before it downloads one. If the same file is already there, nothing is
 * written; a different one, truncated or from an older Lanyard, is replaced.
 *
 * @param from the folder of the compressed dictionaries that come with Lanyard
 * @param to Chromium's folder
 */
export async function placeDictionary(dictionary: Dictionary, from: string, to: string): Promise<Result<void>> {
  const target = join(to, dictionary.file)
  const isThere = await readFile(target).then(
    (bytes) => isSame(bytes, dictionary),
    () => false,
  )
  if (isThere) return ok(undefined)
  const bytes = await readFile(join(from, `${dictionary.file}.gz`))
    .then((packed) => promisify(gunzip)(packed))
    .catch(() => null)
  if (bytes === null || !isSame(bytes, dictionary)) {
    return fail('dictionary.damaged')
  }
  try {
    await mkdir(to, { recursive: true })
    await writeDurably(target, bytes)
    return ok(undefined)
  } catch (error) {
    return diskFailure(error, message('attempt.install-dictionary'))
  }
}

function isSame(bytes: Uint8Array, { sha256 }: Dictionary): boolean {
  return createHash('sha256').update(bytes).digest('hex') === sha256
}
