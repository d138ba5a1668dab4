import { dirname } from 'node:path'
import { z } from 'zod'
import { type KeptPlace, keptPlaceSchema } from '../../shared/kept-place.ts'
import { type FileSystem, nodeFileSystem } from '../disk/file-system.ts'
import { writeDurably } from '../disk/write-durably.ts'
import { readDerived } from '../trip-file/read-derived.ts'

const fileSchema = z.strictObject({
  version: z.literal(1),
  /** The library that the place is in, absolute. */
  library: z.string(),
  place: keptPlaceSchema,
})

/** Where the window was when it was closed. */
export interface PlaceFile {
  /** `null` if it was in no trip, or in another library. */
  read(library: string): Promise<KeptPlace | null>
  keep(library: string, place: KeptPlace | null): Promise<void>
  /** Notes that the window responds where it is, so that it can safely go there again. */
  settle(): void
  /** Resolves when everything is written. */
  close(): Promise<void>
}

/**
 * Opens the note about the place. It is only a convenience: without it, the window opens with the library.
 *
 * @param path the file, absolute; it and its folder need not exist
 */
export function openPlaceFile(path: string, fileSystem: FileSystem = nodeFileSystem): PlaceFile {
  let last: Promise<void> = Promise.resolve()
  let written: string | null = null
  /** What was kept last. */
  let kept: { library: string; place: KeptPlace | null } | null = null

  const write = async (library: string, place: KeptPlace | null): Promise<void> => {
    const text =
      place === null ? '{}' : JSON.stringify({ version: 1, library, place } satisfies z.infer<typeof fileSchema>)
    if (text === written) return
    try {
      await fileSystem.makeFolders(dirname(path))
      await writeDurably(path, text, fileSystem)
      written = text
    } catch {
      // See above.
    }
  }

  function keep(library: string, place: KeptPlace | null): Promise<void> {
    kept = { library, place }
    last = last.then(() => write(library, place))
    return last
  }

  return {
    async read(library) {
      try {
        const file = fileSchema.parse(await readDerived(path, fileSystem))
        return file.library === library ? file.place : null
      } catch {
        return null
      }
    },

    keep,
    settle() {
      if (kept?.place?.isOpening === true) void keep(kept.library, { ...kept.place, isOpening: false })
    },
    close: () => last,
  }
}
