import { FolderLibrary } from './folder-library.ts'
import type { Library, LibraryOptions } from './library.ts'

/** Opens a library. The disk is first looked at when something is asked of it. */
export function openLibrary(options: LibraryOptions): Library {
  return new FolderLibrary(options)
}
