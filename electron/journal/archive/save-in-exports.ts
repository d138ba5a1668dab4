import { dirname, join } from 'node:path'
import { SHARED_FOLDER } from '../disk/file-system.ts'
import { syncFolder, writeNewFile } from '../disk/write-durably.ts'
import type { Job } from '../jobs/jobs.ts'
import type { Library } from '../library/library.ts'
import { freePath } from './free-path.ts'

/** Where exports go. */
export interface ExportsPlace {
  readonly library: Library
  /** The folder for exports, absolute. */
  readonly exportsFolder: () => string
}

/**
 * Writes one file into the exports folder, which is made if it is not there. No other file is replaced: a number is added
 * to a name that is in use. Rejects if the disk fails.
 *
 * @returns the path, absolute
 */
export async function saveInExports(
  { library: { disk }, exportsFolder }: ExportsPlace,
  name: string,
  data: Buffer,
  job: Job,
): Promise<string> {
  job.report(0, 'writing-files')
  await disk.makeFolders(exportsFolder(), SHARED_FOLDER)
  const path = await freePath(join(exportsFolder(), name), disk)
  await writeNewFile(path, () => [data], disk)
  await syncFolder(dirname(path), disk)
  job.wrote(path)
  return path
}
