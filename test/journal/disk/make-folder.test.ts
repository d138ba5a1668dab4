import { existsSync } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeFileSystem } from '../../../electron/journal/disk/file-system.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const makeFolder = (path: string) => nodeFileSystem.makeFolder(path)

test('a folder is made with those above it, and again without complaint', async () => {
  const path = join(await temporaryFolder(), 'a', 'b', 'c')
  await makeFolder(path)
  await makeFolder(path)
  expect((await stat(path)).isDirectory()).toBe(true)
})

test('a file where a folder is to be is an error', async () => {
  const file = join(await temporaryFolder(), 'a')
  await writeFile(file, '')
  await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST' })
  await expect(makeFolder(join(file, 'b'))).rejects.toMatchObject({ code: 'ENOTDIR' })
})

test.runIf(existsSync('/proc/self'))(
  'a place where nobody can make folders is an error, and not an endless wait',
  async () => {
    await expect(makeFolder('/proc/nowhere/lanyard')).rejects.toMatchObject({ code: 'ENOENT' })
  },
)
