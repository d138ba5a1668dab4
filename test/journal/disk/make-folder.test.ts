import { existsSync } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeFileSystem } from '../../../electron/journal/disk/file-system.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const makeFolder = (path: string) => nodeFileSystem.makeFolder(path)
const makeFolders = (path: string) => nodeFileSystem.makeFolders(path)

test('a folder is created with its parents, and creating it again is not an error', async () => {
  const path = join(await temporaryFolder(), 'a', 'b', 'c')
  await makeFolders(path)
  await makeFolders(path)
  expect((await stat(path)).isDirectory()).toBe(true)
})

test('a single folder is created only in an existing one, and creating it again is not an error', async () => {
  const path = join(await temporaryFolder(), 'a')
  await expect(makeFolder(join(path, 'b'))).rejects.toMatchObject({ code: 'ENOENT' })
  expect(existsSync(path)).toBe(false)
  await makeFolder(path)
  await makeFolder(path)
  expect((await stat(path)).isDirectory()).toBe(true)
})

test.each([makeFolder, makeFolders])('a file in place of the folder is an error', async (make) => {
  const file = join(await temporaryFolder(), 'a')
  await writeFile(file, '')
  await expect(make(file)).rejects.toMatchObject({ code: 'EEXIST' })
  await expect(make(join(file, 'b'))).rejects.toMatchObject({ code: 'ENOTDIR' })
})

test.runIf(existsSync('/proc/self'))(
  'a place where no folders can be created is an error, and not an endless wait',
  async () => {
    await expect(makeFolders('/proc/nowhere/lanyard')).rejects.toMatchObject({ code: 'ENOENT' })
  },
)
