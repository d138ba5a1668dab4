import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { placeDictionary } from '../../electron/main/place-dictionary.ts'
import { message } from '../../electron/shared/messages/message.ts'

const words = Buffer.from('BDic and all the words')
const dictionary = {
  language: 'en-GB',
  file: 'en-GB-10-1.bdic',
  sha256: createHash('sha256').update(words).digest('hex'),
}

let folder: string
let from: string
let to: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lanyard-spelling-'))
  from = join(folder, 'shipped')
  to = join(folder, 'own', 'Dictionaries')
  await mkdir(from)
  await writeFile(join(from, `${dictionary.file}.gz`), gzipSync(words))
})
afterEach(() => rm(folder, { recursive: true }))

const placed = () => readFile(join(to, dictionary.file))

test('a dictionary is unpacked to where Chromium looks for it', async () => {
  expect(await placeDictionary(dictionary, from, to)).toEqual({ ok: true, value: undefined })
  expect(await placed()).toEqual(words)
  expect(await readdir(to)).toEqual([dictionary.file])
})

test('a dictionary that is already there is not written again', async () => {
  await placeDictionary(dictionary, from, to)
  const file = join(to, dictionary.file)
  await utimes(file, 1000, 1000)
  expect((await placeDictionary(dictionary, from, to)).ok).toBe(true)
  expect((await stat(file)).mtimeMs).toBe(1_000_000)
})

test('a dictionary that is truncated, or from an older Lanyard, is replaced', async () => {
  await placeDictionary(dictionary, from, to)
  for (const other of [words.subarray(0, 7), Buffer.alloc(0), Buffer.from('BDic and a few words')]) {
    await writeFile(join(to, dictionary.file), other)
    expect((await placeDictionary(dictionary, from, to)).ok).toBe(true)
    expect(await placed()).toEqual(words)
  }
})

test('a dictionary that is damaged or missing is not installed', async () => {
  await writeFile(join(from, `${dictionary.file}.gz`), gzipSync('BDic and other words'))
  const refused = { ok: false, error: { code: 'dictionary.damaged' } }
  expect(await placeDictionary(dictionary, from, to)).toMatchObject(refused)
  await writeFile(join(from, `${dictionary.file}.gz`), 'not packed')
  expect(await placeDictionary(dictionary, from, to)).toMatchObject(refused)
  await rm(from, { recursive: true })
  expect(await placeDictionary(dictionary, from, to)).toMatchObject(refused)
  await expect(placed()).rejects.toThrow('ENOENT')
})

test('a failure to write a dictionary says what was tried', async () => {
  await writeFile(join(folder, 'own'), 'a file where the folder should be')
  expect(await placeDictionary(dictionary, from, to)).toMatchObject({
    ok: false,
    error: { params: { attempt: message('attempt.install-dictionary') } },
  })
})
