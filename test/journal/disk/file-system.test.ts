import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeFileSystem } from '../../../electron/journal/disk/file-system.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const MEGABYTE = 1024 * 1024

test.for([
  ['none', []],
  ['empty ones among others', [0, 3, 0, 0, 5, 0]],
  ['more than go to the system at once', [MEGABYTE, 7, 3 * MEGABYTE, MEGABYTE, 1]],
  ['more than it takes in a row', Array.from({ length: 3000 }, (_, index) => index % 7)],
] as const)('chunks are written in order: %s', async ([, sizes]) => {
  const path = join(await temporaryFolder(), 'file')
  const chunks = sizes.map((size, index) => Buffer.alloc(size, index + 1))
  const file = await nodeFileSystem.open(path, 'wx', 0o600)
  await file.append(chunks)
  await file.append([Buffer.from('end')])
  await file.close()
  expect((await readFile(path)).equals(Buffer.concat([...chunks, Buffer.from('end')]))).toBe(true)
})
