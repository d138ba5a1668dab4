import { existsSync } from 'node:fs'
import { cp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type FileSystem, nodeFileSystem } from '../../../electron/journal/disk/file-system.ts'
import { ok } from '../../../electron/shared/result.ts'
import type { Library } from '../../../electron/journal/library/library.ts'
import { openLibrary } from '../../../electron/journal/sync/open-library.ts'
import { addPicture, addPicturedTrip } from '../../support/archives.ts'
import { someLibrary, tripWith } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** The real disk, on which the library is missing after a number of operations, as if its drive was pulled out. */
function unpluggedAfter(operations: number, folder: string): FileSystem & { isUnplugged: () => boolean } {
  let done = 0
  const counted = async <T>(operation: Promise<T>): Promise<T> => {
    const result = await operation
    if (++done === operations) await rename(folder, `${folder}-unplugged`)
    return result
  }
  const disk = nodeFileSystem
  return {
    isUnplugged: () => done >= operations,
    open: (path, flags, mode) => counted(disk.open(path, flags, mode)),
    rename: (from, to) => counted(disk.rename(from, to)),
    removeFile: (path) => counted(disk.removeFile(path)),
    removeFolder: (path) => counted(disk.removeFolder(path)),
    makeFolder: (path, mode) => counted(disk.makeFolder(path, mode)),
    makeFolders: (path, mode) => counted(disk.makeFolders(path, mode)),
    setMode: (path, mode) => counted(disk.setMode(path, mode)),
    readFolder: (path) => counted(disk.readFolder(path)),
    stat: (path) => counted(disk.stat(path)),
    lstat: (path) => counted(disk.lstat(path)),
    realPath: (path) => counted(disk.realPath(path)),
    readLink: (path) => counted(disk.readLink(path)),
  }
}

const actions: [string, (library: Library, tripId: string) => Promise<unknown>][] = [
  ['is looked through', (library) => library.list()],
  ['gets a trip', (library) => library.create(tripWith([], { title: 'Beacon Conf' }))],
  ['saves a trip', (library, id) => library.update(id, (trip) => ok({ ...trip, title: 'Another' }))],
  ['keeps a version', (library, id) => library.keepVersion(id)],
  ['gets a picture', (library, id) => addPicture(library, id, 7).catch(() => null)],
  ['deletes a trip', (library, id) => library.delete(id)],
]

test.each(actions)('a library that is unplugged while it %s does not come back as an empty one', async (_, act) => {
  const place = await temporaryFolder()
  const template = await someLibrary()
  const { id } = await addPicturedTrip(template)
  await template.close()
  const folder = join(place, 'Lanyard')
  /** The operations after which it was unplugged and came back. */
  const back: number[] = []
  for (let operations = 1, isUnplugged = true; isUnplugged; operations++) {
    await cp(template.folder, folder, { recursive: true })
    // As if nothing had been kept yet, so that all of these folders have to be created.
    await rm(join(folder, '.history'), { recursive: true, force: true })
    await rm(join(folder, '.cache'), { recursive: true, force: true })
    const disk = unpluggedAfter(operations, folder)
    const library = openLibrary({ folder, mayCreate: false, fileSystem: disk })
    await act(library, id)
    await library.close()
    isUnplugged = disk.isUnplugged()
    if (isUnplugged && existsSync(folder)) back.push(operations)
    await rm(folder, { recursive: true, force: true })
    await rm(`${folder}-unplugged`, { recursive: true, force: true })
  }
  expect(back).toEqual([])
})
