import type { FileStat } from './file-system.ts'

/** Identifies a state of a file without its content. Changes with every write. */
export type FileStamp = string

export function stampOf(stat: FileStat): FileStamp {
  return `${stat.mtimeNs}-${stat.size}-${stat.ino}`
}

/**
 * The same without the inode, which differs on a copy of the library and means nothing on FAT. Suitable for storing.
 */
export function storedStampOf(stat: FileStat): FileStamp {
  return `${stat.mtimeNs}-${stat.size}`
}
