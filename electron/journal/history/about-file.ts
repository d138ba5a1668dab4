import { join } from 'node:path'
import { z } from 'zod'
import { type FileSystem, isMissing } from '../disk/file-system.ts'
import { writeDurably } from '../disk/write-durably.ts'
import { historyFolder } from './version-files.ts'
import { HISTORY_FOLDER } from '../trip-folder/library-folders.ts'

const ABOUT_FILE = 'about.json'

const schema = z.strictObject({
  /** The trip's folder in the library, by which its versions are found when its file can no longer say who it is. */
  folder: z.string(),
  title: z.string(),
})

/** What stands beside a trip's versions, so that one knows whose they are. */
export type About = z.infer<typeof schema>

/** `null` where nothing is known, or nothing that can be read: it is written anew with the next version. */
export async function readAbout(library: string, tripId: string, fileSystem: FileSystem): Promise<About | null> {
  try {
    const file = await fileSystem.open(join(historyFolder(library, tripId), ABOUT_FILE), 'r')
    try {
      return schema.parse(JSON.parse(Buffer.from(await file.readFile()).toString('utf8')))
    } finally {
      await file.close().catch(() => {})
    }
  } catch {
    return null
  }
}

/** @throws the file system's error */
export async function writeAbout(library: string, tripId: string, about: About, fileSystem: FileSystem): Promise<void> {
  const path = join(historyFolder(library, tripId), ABOUT_FILE)
  await writeDurably(path, `${JSON.stringify(about, null, 2)}\n`, fileSystem)
}

/** Every trip of which versions are kept, by its identifier. @throws the file system's error */
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
