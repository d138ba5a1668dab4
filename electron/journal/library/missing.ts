import { dirname } from 'node:path'
import { fail, type Failure } from '../../shared/result.ts'
import { type FileSystem, isMissing } from '../disk/file-system.ts'

/** The trip is not in the library, neither at its old place nor elsewhere. */
export function tripMissing(): { ok: false; error: Failure } {
  return fail('trip.missing')
}

/** The trip's file was written by a newer Lanyard: the first save would lose what this version does not know. */
export function tripNewer(): { ok: false; error: Failure } {
  return fail('trip.newer', { what: 'open', name: '' })
}

/** @param folder the library's, absolute */
export function libraryMissing(folder: string): { ok: false; error: Failure } {
  return fail('library.missing', { folder })
}

/**
 * Why a trip's file is missing: either the trip or the whole library is missing.
 *
 * @param file absolute
 */
export async function fileMissing(file: string, fileSystem: FileSystem): Promise<{ ok: false; error: Failure }> {
  const library = dirname(dirname(file))
  const isThere = await fileSystem.stat(library).then(
    () => true,
    (error: unknown) => !isMissing(error),
  )
  return isThere ? tripMissing() : libraryMissing(library)
}
