import { join } from 'node:path'
import type { Message } from '../../shared/messages/message.ts'
import { messageOf } from '../../shared/result.ts'
import type { FileSystem } from '../disk/file-system.ts'
import { makeInnerFolder } from '../disk/inner-folder.ts'
import { replaceDurably, syncFolder } from '../disk/write-durably.ts'
import { keepDamaged } from '../history/keep-damaged.ts'
import type { Watched } from '../library/watched.ts'
import type { NamedFile } from '../trip-folder/layout.ts'
import { inspectFile, pathIn, readGoodFile } from '../trip-folder/trip-files.ts'

export interface RestoredFiles {
  /** The number of pictures that were restored. */
  pictures: number
  /** A message for each file that is intact neither here nor in the backup. */
  remarks: Message[]
  /** Whether it was cancelled. */
  isStopped: boolean
}

/** A trip's folder on a disk. */
export interface TripPlace {
  /** Absolute; `null` if the trip has no folder. */
  folder: string | null
  disk: FileSystem
}

/**
 * Restores files that are missing or damaged in a trip's folder. Intact files are left alone; a damaged one is kept
 * beside the restored one, under another name.
 *
 * @param from the trip's folder in the backup
 * @param to the trip's folder, absolute
 * @throws the file system's error
 */
export async function restoreFiles(
  files: readonly NamedFile[],
  from: TripPlace,
  to: { folder: string; disk: FileSystem },
  { signal, onProgress }: Watched,
): Promise<RestoredFiles> {
  const done: RestoredFiles = { pictures: 0, remarks: [], isStopped: false }
  const folders = new Set<string>()
  for (const [index, { part, file }] of files.entries()) {
    if (signal?.aborted === true) return { ...done, isStopped: true }
    onProgress?.(index / files.length, file.name)
    const ours = await inspectFile(to.folder, file, to.disk)
    if (ours.ok && ours.value.kind === 'good') continue
    const theirs = from.folder === null ? null : await readGoodFile(from.folder, file, from.disk)
    const bytes = theirs?.ok === true ? theirs.value : null
    if (bytes === null) {
      if (!ours.ok || ours.value.kind === 'bad') done.remarks.push(part.messages.notRestored(file.name))
      continue
    }
    // A file that a newer Lanyard wrote, or that belongs to another trip, is not damaged.
    if (ours.ok && ours.value.kind === 'bad' && part.revisions?.isDamaged(ours.value.problem) === false) {
      done.remarks.push(messageOf(ours.value.problem))
      continue
    }
    if (file.folder !== '') await makeInnerFolder(to.folder, file.folder, to.disk)
    await keepDamaged(pathIn(to.folder, file), to.disk)
    await replaceDurably(pathIn(to.folder, file), () => [bytes], to.disk)
    folders.add(file.folder)
    if (part.countedAs === 'pictures') done.pictures++
  }
  for (const folder of folders) await syncFolder(join(to.folder, folder), to.disk)
  if (folders.size > 0) await syncFolder(to.folder, to.disk)
  return done
}
