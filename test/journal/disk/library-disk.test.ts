import { mkdir, symlink } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { expect, test } from 'vitest'
import { nodeFileSystem } from '../../../electron/journal/disk/file-system.ts'
import { createLibraryDisk } from '../../../electron/journal/disk/library-disk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('a place is recognised as a link by every path that leads to it or into it, and by no other', async () => {
  const library = await temporaryFolder()
  await mkdir(join(library, '.trash'))
  const elsewhere = await temporaryFolder()
  for (const place of ['linked', join('.trash', 'old')]) await symlink(elsewhere, join(library, place))
  const disk = createLibraryDisk(nodeFileSystem, library)
  await disk.stat(join(library, 'linked'))
  await disk.stat(join(library, '.trash', 'old'))
  const path = (...parts: string[]) => [library, ...parts].join(sep)
  const leading = [
    path('linked'),
    path('linked', 'trip.json'),
    path('linked', '.~lock.trip.json#'),
    path('own', '..', 'linked', 'photos'),
    path('.', 'linked'),
    path('.trash', 'old', 'trip.json'),
    path('..trash', '..', '.trash', 'old'),
  ]
  const others = [
    library,
    path('linked-not'),
    path('own', 'linked'),
    path('.trash'),
    path('.trash', 'older', 'trip.json'),
    path('.cache', 'linked'),
    path('..', 'linked'),
    `${library}-too${sep}linked`,
    join(elsewhere, 'trip.json'),
  ]
  expect(leading.filter((item) => !disk.isLinked(item))).toEqual([])
  expect(others.filter((item) => disk.isLinked(item))).toEqual([])
})
