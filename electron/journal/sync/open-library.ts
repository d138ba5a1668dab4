import { FolderLibrary } from '../library/folder-library.ts'
import type { Library, LibraryOptions } from '../library/library.ts'
import { detachAllForeignCopies } from './detach-foreign-copies.ts'

/**
 * Opens a library that moves trips hidden beside others to their own folders. Accesses the disk only on the first
 * request.
 */
export function openLibrary(options: LibraryOptions): Library {
  return new FolderLibrary(options, detachAllForeignCopies)
}
