import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { nodeFileSystem } from '../../../electron/journal/disk/file-system.ts'
import { openHistory } from '../../../electron/journal/history/history.ts'
import { encodeTrip } from '../../../electron/journal/trip-file/trip-file.ts'
import {
  findConflictCopies,
  retireConflictCopy,
  readConflictCopy,
} from '../../../electron/journal/sync/conflict-copies.ts'
import { codeOf, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { idOf, minute, writtenNote, writtenTrip } from '../../support/written-trip.ts'
import { isConflictCopyOf } from '../../../electron/journal/trip-folder/conflict-names.ts'
import { findBase } from '../../../electron/journal/history/find-base.ts'

const trip = writtenTrip({ entries: [writtenNote(1, { text: 'Soup.' })] })
const syncthing = 'trip.sync-conflict-20260414-101500-7XQK2PA.json'

async function someTripFolder(): Promise<{ library: string; folder: string }> {
  const library = await temporaryFolder()
  const folder = join(library, '2026-04-14-pycon-de')
  await mkdir(folder)
  await writeFile(join(folder, 'trip.json'), encodeTrip(trip))
  return { library, folder }
}

describe('a conflict copy', () => {
  it.each([
    ['Syncthing', syncthing],
    ['an old Syncthing', 'trip.sync-conflict-20260414-101500.json'],
    ['Dropbox', "trip (Ada's conflicted copy 2026-04-14).json"],
    ['Dropbox, the second of a day', "trip (Ada's conflicted copy 2026-04-14 (1)).json"],
    ['Dropbox on a computer with a name', 'trip (conflicted copy 2026-04-14 from LAPTOP-7).json'],
    ['Nextcloud', 'trip (conflicted copy 2026-04-14 101500).json'],
    ['Nextcloud of somebody', 'trip (conflicted copy Ada 2026-04-14 101500).json'],
    ['ownCloud', 'trip_conflict-20260414-101500.json'],
    ['Seafile', 'trip (SFConflict ada@example.com 2026-04-14-10-15-00).json'],
  ])('a conflict copy is recognized by the name that %s gives it', (_, name) => {
    expect(isConflictCopyOf('trip.json', name)).toBe(true)
  })

  it.each([
    'trip.json',
    'trip (1).json',
    'trip copy.json',
    'trip.json.corrupt-20260414T101500123Z',
    'schedule.sync-conflict-20260414-101500-7XQK2PA.json',
    '../trip_conflict-20260414-101500.json',
    'trip (conflicted copy).json/..',
    '.trip.json.123-0123456789abcdef.tmp',
  ])('a file named %s is not a conflict copy', (name) => {
    expect(isConflictCopyOf('trip.json', name)).toBe(false)
  })

  it('conflict copies are found beside the trip, but links and folders with such names are not', async () => {
    const { folder } = await someTripFolder()
    await writeFile(join(folder, syncthing), encodeTrip(trip))
    await mkdir(join(folder, 'trip (conflicted copy 2026-04-14).json'))
    await symlink('/etc/passwd', join(folder, 'trip_conflict-20260414-101500.json'))
    expect(await findConflictCopies(folder, nodeFileSystem)).toEqual([syncthing])
  })

  it('a conflict copy is read as a trip if it is of this one', async () => {
    const { folder } = await someTripFolder()
    await writeFile(join(folder, syncthing), encodeTrip(trip))
    const read = (name: string, tripId = trip.id) => readConflictCopy(folder, name, tripId, nodeFileSystem)
    expect(valueOf(await read(syncthing))).toEqual(trip)
    expect(codeOf(await read(syncthing, idOf(7)))).toBe('conflict.other-trip')
    expect(codeOf(await read('trip_conflict-20260414-101500.json'))).toBe('conflict.missing')
    expect(codeOf(await read('../../../../etc/passwd'))).toBe('conflict.missing')
    await writeFile(join(folder, syncthing), 'half of')
    expect(codeOf(await read(syncthing))).toBe('trip.damaged')
  })

  it('a merged conflict copy is moved unchanged to the history of its trip', async () => {
    const { library, folder } = await someTripFolder()
    await writeFile(join(folder, syncthing), encodeTrip(trip))
    const path = valueOf(await retireConflictCopy(library, folder, syncthing, trip.id, nodeFileSystem))
    expect(path).toBe(join(library, '.history', trip.id, 'conflicts', syncthing))
    expect(await readFile(path)).toEqual(Buffer.from(encodeTrip(trip)))
    expect(await readdir(folder)).toEqual(['trip.json'])
    expect(codeOf(await retireConflictCopy(library, folder, syncthing, trip.id, nodeFileSystem))).toBe(
      'conflict.missing',
    )
  })
})

describe('the common state of two states', () => {
  it('the common state is the newest version that both list as an ancestor', async () => {
    const library = await temporaryFolder()
    const history = openHistory({ library })
    onTestFinished(() => history.close())
    const states = [10, 20, 30].map((minutes) => ({ ...trip, title: `At ${minutes}`, updatedAt: minute(minutes) }))
    for (const state of states) await history.keep('folder', state)
    const ours = writtenTrip({ ancestors: [minute(10), minute(20), minute(30)], updatedAt: minute(50) })
    const theirs = writtenTrip({ ancestors: [minute(10), minute(20)], updatedAt: minute(60) })
    expect(await findBase(history, ours, theirs)).toEqual(states[1])
    expect(await findBase(history, ours, { ...theirs, ancestors: [minute(10), minute(25)] })).toEqual(states[0])
    expect(await findBase(history, ours, { ...theirs, ancestors: [] })).toBeNull()
  })

  it('the common state is one of the two if the other was made from it', async () => {
    const library = await temporaryFolder()
    const history = openHistory({ library })
    onTestFinished(() => history.close())
    await history.keep('folder', trip)
    const later = writtenTrip({ ancestors: [trip.updatedAt], updatedAt: minute(50) })
    expect(await findBase(history, later, trip)).toEqual(trip)
  })
})
