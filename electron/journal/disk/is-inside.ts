import { isAbsolute, relative, sep } from 'node:path'

/**
 * Whether a path is a folder itself or anywhere below it. Compares names only and does not access the disk: resolve
 * links first if they matter. Both paths are absolute.
 */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  // A name may begin with two dots ("..exports"); only ".." itself leads out.
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
