import type { FileStat } from './file-system.ts'

/** By what one sees, without reading a file, that it is still the one that was read or written. */
export type FileStamp = string

export function stampOf(stat: FileStat): FileStamp {
  return `${stat.mtimeNs}-${stat.size}-${stat.ino}`
}
