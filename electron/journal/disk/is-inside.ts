import { isAbsolute, relative, sep } from 'node:path'

/**
 * Whether a path is a folder itself, or anywhere below it. Compares the paths as text, without accessing the disk: use
 * `isReallyInside` if links matter. Both paths are absolute.
 */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  // A name may begin with two dots ("..exports"); only ".." itself leads out.
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
