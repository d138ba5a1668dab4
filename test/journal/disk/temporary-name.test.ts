import { spawnSync } from 'node:child_process'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nodeFileSystem } from '../../../electron/journal/disk/file-system.ts'
import {
  giveBackTemporaryName,
  isStray,
  sweepFolder,
  takeTemporaryName,
} from '../../../electron/journal/disk/temporary-name.ts'
import { createBrokenDisk } from '../../support/broken-disk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const unique = '0b5e6f6c-6d5e-4f0a-9a51-3c2b1a0f9e8d'

/** The id of a process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid
}

describe('what an interrupted write left behind', () => {
  test('leftover files and folders of an interrupted write are removed, and nothing else', async () => {
    const folder = await temporaryFolder()
    const pid = deadProcess()
    await writeFile(join(folder, `.trip.json.${pid}-${unique}.tmp`), 'half a')
    await mkdir(join(folder, `.new-trip.${pid}-${unique}.tmp`, 'photos'), { recursive: true })
    await writeFile(join(folder, 'trip.json'), '{}')
    await writeFile(join(folder, '.hidden'), 'mine')
    await writeFile(join(folder, 'notes.tmp'), 'mine')
    await writeFile(join(folder, `trip.json.${pid}-${unique}.tmp`), 'mine')
    await sweepFolder(folder, nodeFileSystem)
    expect((await readdir(folder)).toSorted()).toEqual(
      ['.hidden', 'notes.tmp', 'trip.json', `trip.json.${pid}-${unique}.tmp`].toSorted(),
    )
  })

  test('a leftover of a running process is left alone', () => {
    expect(isStray(`.trip.json.${process.ppid}-${unique}.tmp`)).toBe(false)
  })

  test('a leftover that seems to belong to a running process is removed if it is too old', async () => {
    const folder = await temporaryFolder()
    const fresh = `.trip.json.${process.ppid}-${unique}.tmp`
    const old = `.settings.json.${process.ppid}-${unique}.tmp`
    await writeFile(join(folder, fresh), 'half a')
    await writeFile(join(folder, old), 'half a')
    await utimes(join(folder, old), Date.now() / 1000 - 700, Date.now() / 1000 - 700)
    await sweepFolder(folder, nodeFileSystem)
    expect(await readdir(folder)).toEqual([fresh])
  })

  test('a leftover with the id of this process is removed if this process does not use it', () => {
    expect(isStray(`.trip.json.${process.pid}-${unique}.tmp`)).toBe(true)
  })

  test('a leftover that cannot be removed stays', async () => {
    const folder = await temporaryFolder()
    const name = `.trip.json.${deadProcess()}-${unique}.tmp`
    await writeFile(join(folder, name), 'half a')
    const disk = createBrokenDisk()
    disk.fail(2, 'EACCES', true)
    await sweepFolder(folder, disk)
    expect(await readdir(folder)).toEqual([name])
  })
})

test('a name in use does not count as a leftover until it is released', () => {
  const name = takeTemporaryName('trip.json')
  expect(isStray(name)).toBe(false)
  giveBackTemporaryName(join('/some/folder', name))
  expect(isStray(basename(name))).toBe(true)
})

test('sweeping a missing folder does nothing', async () => {
  await expect(sweepFolder(join(await temporaryFolder(), 'gone'), nodeFileSystem)).resolves.toBeUndefined()
})
