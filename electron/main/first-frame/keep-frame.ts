import { makeInnerFolder } from '../../journal/disk/inner-folder.ts'
import { replaceDurably, writeDurably } from '../../journal/disk/write-durably.ts'
import type { Library } from '../../journal/library/library.ts'
import { CACHE_FOLDER } from '../../journal/trip-folder/library-folders.ts'
import type { ShownFrame } from '../../shared/contract/app.ts'
import {
  type FrameNote,
  frameFile,
  frameNoteFile,
  hashOf,
  type KeptFrame,
  readTemplate,
  settingsStamp,
} from './frame-file.ts'

export interface FrameKeeping {
  /** Lanyard's own folder, absolute. */
  own: string
  /** The library that the command line or the environment named, absolute; `null` if none was named. */
  named: string | null
  /** The folder of the user's documents, absolute. */
  documents: string
  /** The folder of the built page, absolute. */
  page: string
}

/** Keeps a first frame for the next start. A failure does no harm: the next start then has none. */
export async function keepFrame(
  shown: ShownFrame,
  { folder: library, disk }: Pick<Library, 'folder' | 'disk'>,
  { own, named, documents, page }: FrameKeeping,
): Promise<void> {
  try {
    const { build } = readTemplate(page)
    const text = JSON.stringify({ ...shown, build, keptAt: Date.now() } satisfies KeptFrame)
    const settings = settingsStamp(own)
    const note: FrameNote = { library, named, documents, settings, hash: hashOf(text) }
    await makeInnerFolder(library, CACHE_FOLDER, disk)
    await replaceDurably(frameFile(library), () => [Buffer.from(text)], disk)
    await writeDurably(frameNoteFile(own), JSON.stringify(note))
  } catch {
    // See above.
  }
}
