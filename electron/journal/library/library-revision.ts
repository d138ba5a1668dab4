import { createHash } from 'node:crypto'
import type { FileStamp } from '../disk/file-stamp.ts'
import type { FolderItem } from '../disk/file-system.ts'

/** Whether something in a library may be the folder of a trip. */
export const mayBeTrip = (item: FolderItem): boolean =>
  !item.name.startsWith('.') && (item.isDirectory() || item.isSymbolicLink())

/**
 * Identifies the state of a library that its list shows: as long as it is the same, so is the list.
 *
 * @param stamps folder in the library -> the stamp of its `trip.json`; `null` if it has none
 */
export function revisionOf(stamps: ReadonlyMap<string, FileStamp | null>): string {
  const lines = Array.from(stamps, ([folder, stamp]) => JSON.stringify([folder, stamp])).toSorted()
  return createHash('sha256').update(lines.join('\n')).digest('base64url')
}
