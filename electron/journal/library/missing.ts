import { dirname } from 'node:path'
import type { Failure } from '../../shared/result.ts'
import { type FileSystem, isMissing } from '../disk/file-system.ts'

/** The trip is not in the library, neither at its old place nor elsewhere. */
export function tripMissing(): { ok: false; error: Failure } {
  return {
    ok: false,
    error: {
      code: 'trip.missing',
      message:
        'This trip is no longer in the library. If its folder was moved, put it back; if it was deleted, look into the trash.',
    },
  }
}

/** The trip's file was written by a newer Lanyard: the first save would lose what this version does not know. */
export function tripNewer(): { ok: false; error: Failure } {
  return {
    ok: false,
    error: {
      code: 'trip.newer',
      message:
        'This trip was written by a newer version of Lanyard. It can be read and exported here, and not changed. Update Lanyard to go on writing in it.',
    },
  }
}

/** @param folder the library's, absolute */
export function libraryMissing(folder: string): { ok: false; error: Failure } {
  return {
    ok: false,
    error: {
      code: 'library.missing',
      message: `The library is no longer at "${folder}". Put the folder back or connect its disk, then try again; or choose another library in the settings.`,
    },
  }
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
