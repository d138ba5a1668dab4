import { isAbsolute, relative, sep } from 'node:path'

/**
 * Whether a path is a folder itself, or anywhere below it. Compares names only and looks at no disk: resolve links first
 * where they matter. Both paths are absolute.
 */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  // A name may begin with two dots ("..exports"); only two dots alone lead out.
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
