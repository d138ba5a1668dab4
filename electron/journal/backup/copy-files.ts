import { join } from 'node:path'
import { fail, type Failure, messageOf } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import { storedStampOf } from '../disk/file-stamp.ts'
import { type FileStat, type FileSystem, isMissing, readWhole } from '../disk/file-system.ts'
import { makeInnerFolder } from '../disk/inner-folder.ts'
import { replaceDurably } from '../disk/write-durably.ts'
import { keepDamaged } from '../history/keep-damaged.ts'
import { historyFolder, makeHistoryFolder } from '../history/version-files.ts'
import { versionIdAt } from '../history/version-id.ts'
import type { FolderStamps } from '../trip-folder/folder-stamps.ts'
import type { RevisedPart } from '../trip-folder/layout.ts'
import { inspectFile, pathIn } from '../trip-folder/trip-files.ts'
import type { PartFile } from '../trip-folder/trip-part.ts'
import { makeLastingFolder } from './backup-place.ts'
import type { CopyOrder } from './copy-trip.ts'

export interface CopiedFiles {
  /** The number of files that were written. */
  files: number
  /** The number of pictures among them. */
  pictures: number
  /** The stamps of the copies of revised files, as they are now. */
  stamps: FolderStamps
  /** What could not be copied. */
  problems: Failure[]
}

/**
 * Copies the files of a trip's parts that the copy lacks.
 *
 * @param place the trip's folder in the backup, absolute
 * @throws the error of the backup's file system
 */
export async function copyFiles(order: CopyOrder, place: string): Promise<CopiedFiles> {
  const { snapshot, signal, layout, target } = order
  const stamps: Record<string, string> = {}
  const done: CopiedFiles = { files: 0, pictures: 0, stamps, problems: [] }
  const folders = new Set<string>()
  for (const { part, file } of layout.filesOf(snapshot.trip)) {
    if (signal.aborted) break
    if (file.folder !== '' && !folders.has(file.folder)) {
      await makeLastingFolder(join(place, file.folder), place, target)
      await makeInnerFolder(place, file.folder, target)
      folders.add(file.folder)
    }
    const outcome =
      part.revisions === null
        ? await copyFixed(order, file, place)
        : await copyRevised(order, { ...part, revisions: part.revisions }, file, place)
    if (outcome.kind === 'problem') done.problems.push(outcome.problem)
    if (outcome.kind === 'copied') done.files++
    if (outcome.kind === 'copied' && part.countedAs === 'pictures') done.pictures++
    if (outcome.kind !== 'problem' && outcome.stat !== null && part.revisions !== null) {
      stamps[file.name] = storedStampOf(outcome.stat)
    }
  }
  return done
}

type Outcome =
  { kind: 'same'; stat: FileStat | null } | { kind: 'copied'; stat: FileStat } | { kind: 'problem'; problem: Failure }

async function copyFixed(order: CopyOrder, file: PartFile, place: string): Promise<Outcome> {
  const { library, folder, disk, target } = order
  const to = pathIn(place, file)
  const stat = await statOrNull(to, target)
  // Only "lanyard verify" reads them completely: a library can hold gigabytes of pictures.
  if (stat !== null && Number(stat.size) === file.bytes) return { kind: 'same', stat }
  // A damaged picture is not copied: the copy may be the last good one.
  const state = await inspectFile(join(library, folder), file, disk)
  if (!state.ok) return problemOf(order, state.error)
  if (state.value.kind === 'bad') return problemOf(order, state.value.problem)
  if (state.value.kind === 'absent') return { kind: 'same', stat: null }
  const { bytes } = state.value
  return { kind: 'copied', stat: await replace(to, bytes, target) }
}

async function copyRevised(order: CopyOrder, part: RevisedPart, file: PartFile, place: string): Promise<Outcome> {
  const { library, folder, disk, target } = order
  const to = pathIn(place, file)
  const state = await inspectFile(join(library, folder), file, disk)
  if (!state.ok) return problemOf(order, state.error)
  if (state.value.kind === 'bad') return problemOf(order, state.value.problem)
  const stat = await statOrNull(to, target)
  if (state.value.kind === 'absent') return { kind: 'same', stat }
  const { bytes } = state.value
  if (stat !== null) {
    const replaced = await readWhole(to, target)
    if (Buffer.from(replaced).equals(bytes)) return { kind: 'same', stat }
    // Any file that this computer did not write is kept: another computer may use the same backup.
    if (order.known?.copied[file.name] !== storedStampOf(stat)) {
      const problem = await file.check(replaced)
      if (problem === null) await keepReplacedFile(order, file, replaced)
      else if (part.revisions.isDamaged(problem)) await keepDamaged(to, target)
      else return problemOf(order, problem)
    }
  }
  return { kind: 'copied', stat: await replace(to, bytes, target) }
}

async function keepReplacedFile(order: CopyOrder, { name }: PartFile, bytes: Uint8Array): Promise<void> {
  const { path, target, snapshot } = order
  await makeHistoryFolder(path, snapshot.trip.id, target)
  const kept = join(historyFolder(path, snapshot.trip.id), `${name}.replaced-${versionIdAt(now())}`)
  await replaceDurably(kept, () => [bytes], target)
}

function problemOf({ snapshot: { trip } }: CopyOrder, problem: Failure): Outcome {
  const { error } = fail('backup.file-failed', { title: trip.title, problem: messageOf(problem) })
  return { kind: 'problem', problem: error }
}

/** @throws the file system's error, unless the file is missing */
async function statOrNull(path: string, fileSystem: FileSystem): Promise<FileStat | null> {
  try {
    const item = await fileSystem.lstat(path)
    if (item.isFile()) return item
    // A link would lead out of the backup.
    return null
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Replaces a file. Anything with its name that is not a file, such as a link, is kept under another name. */
async function replace(path: string, bytes: Uint8Array, fileSystem: FileSystem): Promise<FileStat> {
  const isOdd = await fileSystem.lstat(path).then(
    (item) => !item.isFile(),
    () => false,
  )
  if (isOdd) await keepDamaged(path, fileSystem)
  return await replaceDurably(path, () => [bytes], fileSystem)
}
