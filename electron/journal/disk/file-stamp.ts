import type { FileStat } from './file-system.ts'

/** Tells, without reading a file, whether it is still the one that was read or written. Changes with every write. */
export type FileStamp = string

export function stampOf(stat: FileStat): FileStamp {
  return `${stat.mtimeNs}-${stat.size}-${stat.ino}`
}

/** The same without the inode, which differs on a copy of the library and means nothing on FAT. To be stored. */
export function storedStampOf(stat: FileStat): FileStamp {
  return `${stat.mtimeNs}-${stat.size}`
}
