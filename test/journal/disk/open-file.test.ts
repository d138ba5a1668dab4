import { appendFile, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { errorCode, nodeFileSystem, readWhole } from '../../../electron/journal/disk/file-system.ts'
import { hasPipes, putOddity } from '../../support/odd-files.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const codeOfReading = (path: string, maxBytes?: number) =>
  readWhole(path, nodeFileSystem, maxBytes).then(() => null, errorCode)

test.skipIf(!hasPipes).for([
  ['pipe', 'ENOTFILE'],
  ['device', 'ENOTFILE'],
  ['giant', 'EFILETOOLARGE'],
] as const)('a %s in the place of a file is refused at once', async ([oddity, code]) => {
  const path = join(await temporaryFolder(), 'file')
  await putOddity(path, oddity)
  // Far more than there are threads for files, none of which is blocked.
  for (let count = 0; count < 20; count++) expect(await codeOfReading(path)).toBe(code)
  expect(await Promise.all(Array.from({ length: 20 }, () => codeOfReading(path)))).toEqual(Array(20).fill(code))
})

test('a folder in place of a file is refused', async () => {
  const path = join(await temporaryFolder(), 'file')
  await mkdir(path)
  expect(await codeOfReading(path)).toBe('EISDIR')
})

test.skipIf(!hasPipes)('a file is read through a link, up to the given limit', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'real'), 'words')
  await symlink('real', join(folder, 'link'))
  expect(Buffer.from(await readWhole(join(folder, 'link'), nodeFileSystem, 5)).toString()).toBe('words')
  await appendFile(join(folder, 'real'), '!')
  expect(await codeOfReading(join(folder, 'link'), 5)).toBe('EFILETOOLARGE')
})

test.skipIf(!hasPipes)('only a folder can be opened as a folder', async () => {
  const folder = await temporaryFolder()
  await putOddity(join(folder, 'pipe'), 'pipe')
  const opening = nodeFileSystem.open(join(folder, 'pipe'), 'folder')
  expect(await opening.then(() => null, errorCode)).toBe('ENOTDIR')
})
