import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { BACKUP_FOLDER } from '../../electron/journal/backup/backup-place.ts'
import { type BackedUp, backUpLibrary, type BackUpOptions } from '../../electron/journal/backup/back-up-library.ts'
import { nodeFileSystem } from '../../electron/journal/disk/file-system.ts'
import type { Library } from '../../electron/journal/library/library.ts'
import { readTripIn } from '../../electron/journal/library/scan-library.ts'
import { photoOf } from './photos.ts'
import type { Result } from '../../electron/shared/result.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { valueOf } from './library.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { onePixel } from './trips.ts'

/** A backup location, and how a library is copied to it. */
export interface Stick {
  /** The folder that a user chooses. */
  to: string
  /** The folder of the copy in it. */
  path: string
  notesFile: string
  /** Copy what has changed. */
  copy(library: Library, options?: Partial<BackUpOptions>): Promise<Result<BackedUp>>
  /** A trip as it is in the copy. */
  trip(folder: string): Promise<Trip>
}

export async function someStick(): Promise<Stick> {
  const folder = await temporaryFolder()
  const to = join(folder, 'stick')
  await mkdir(to)
  const path = join(to, BACKUP_FOLDER)
  const notesFile = join(folder, 'own', 'backups.json')
  return {
    to,
    path,
    notesFile,
    copy: (library, options) =>
      backUpLibrary({ library, to, target: nodeFileSystem, notesFile, tripIds: null, ...options }),
    trip: async (name) => valueOf(await readTripIn(join(path, name), name, nodeFileSystem)),
  }
}

/** Read every file below a folder as text, except caches and temporary files. */
export async function filesUnder(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  for (const name of (await readdir(folder, { recursive: true })).toSorted()) {
    if (name.startsWith('.cache')) continue
    const path = join(folder, name)
    if ((await stat(path)).isFile()) files[name] = (await readFile(path)).toString('latin1')
  }
  return files
}

/** Add a picture to a trip, with the bytes of `onePixel`. */
export async function addPhoto(library: Library, tripId: string, number = 1): Promise<string> {
  const id = `${String(number).padStart(8, '0')}-1111-4111-8111-111111111111`
  const photo = photoOf({ id, file: `lantern-${number}.png` })
  valueOf(
    await library.update(
      tripId,
      (trip) => ({ ok: true, value: { ...trip, photos: [...trip.photos, photo] } }),
      new Map([[id, onePixel]]),
    ),
  )
  return photo.file
}

/** Change the title of a trip: the smallest change there is. */
export async function rename(library: Library, tripId: string, title: string): Promise<Trip> {
  return valueOf(await library.update(tripId, (trip) => ({ ok: true, value: { ...trip, title } }))).trip
}
