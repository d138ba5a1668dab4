import { join } from 'node:path'
import { type FileStamp, storedStampOf } from '../disk/file-stamp.ts'
import type { FileSystem } from '../disk/file-system.ts'
import type { TripLayout } from './layout.ts'

/** The stamps of the revised files in a trip's folder, by name. Missing files are left out. */
export type FolderStamps = Readonly<Record<string, FileStamp>>

/** @param tripFolder absolute */
export async function readFolderStamps(
  tripFolder: string,
  layout: TripLayout,
  fileSystem: FileSystem,
): Promise<FolderStamps> {
  const stamps: Record<string, FileStamp> = {}
  for (const name of layout.revisedNames) {
    const stamp = await fileSystem.stat(join(tripFolder, name)).then(storedStampOf, () => null)
    if (stamp !== null) stamps[name] = stamp
  }
  return stamps
}
