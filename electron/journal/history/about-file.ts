import { join } from 'node:path'
import { z } from 'zod'
import { type FileSystem, isMissing } from '../disk/file-system.ts'
import { replaceDurably } from '../disk/write-durably.ts'
import { historyFolder, refuseLinkedHistory } from './version-files.ts'
import { readDerived } from '../trip-file/read-derived.ts'
import { HISTORY_FOLDER } from '../trip-folder/library-folders.ts'

const ABOUT_FILE = 'about.json'

const schema = z.strictObject({
  /** The trip's folder in the library, to find its versions when its file no longer has a readable id. */
  folder: z.string(),
  title: z.string(),
})

/** A file beside a trip's versions that says which trip they belong to. */
export type About = z.infer<typeof schema>

/** Resolves with `null` if there is no readable file: it is written again with the next version. */
export async function readAbout(library: string, tripId: string, fileSystem: FileSystem): Promise<About | null> {
  try {
    await refuseLinkedHistory(library, tripId, fileSystem)
    return schema.parse(await readDerived(join(historyFolder(library, tripId), ABOUT_FILE), fileSystem))
  } catch {
    return null
  }
}

/** @throws the file system's error */
export async function writeAbout(library: string, tripId: string, about: About, fileSystem: FileSystem): Promise<void> {
  const path = join(historyFolder(library, tripId), ABOUT_FILE)
  await replaceDurably(path, () => [Buffer.from(`${JSON.stringify(about, null, 2)}\n`)], fileSystem)
}

/** All trips that have versions, by id. @throws the file system's error */
export async function readAllAbout(library: string, fileSystem: FileSystem): Promise<Map<string, About>> {
  const known = new Map<string, About>()
  try {
    for (const { name } of await fileSystem.readFolder(join(library, HISTORY_FOLDER))) {
      const about = await readAbout(library, name, fileSystem)
      if (about !== null) known.set(name, about)
    }
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  return known
}
