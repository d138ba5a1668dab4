import type { Failure } from '../../shared/result.ts'

/** The trip is not in the library: neither where it was, nor elsewhere. */
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
