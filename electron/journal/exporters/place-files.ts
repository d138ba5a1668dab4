import { createHash } from 'node:crypto'
import { cp, rmdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Photo } from '../../shared/trip.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { errorCode, type FileStat, type FileSystem, isMissing } from '../disk/file-system.ts'
import { giveBackTemporaryName, sweepFolder, takeTemporaryName } from '../disk/temporary-name.ts'
import { syncFolder } from '../disk/write-durably.ts'
import type { ExportFile } from './exporter.ts'
import { message } from '../../shared/messages/message.ts'

/** An export is there for others to read, so it gets the mode that the user's files have. */
const FILE_MODE = 0o666

export interface Placing {
  /** The folder in which the export gets its place, absolute; made where it is missing. */
  folder: string
  /** The name of the folder or the file in it. */
  name: string
  makes: 'folder' | 'file'
  files: readonly ExportFile[]
  /** Whether what has that name gives way. */
  replace: boolean
  /** The trip's pictures: a file that is one of them, unchanged, was put there by an earlier export. */
  photos: readonly Photo[]
  signal: AbortSignal
  onWritten: (files: number) => void
  fileSystem: FileSystem
}

/**
 * Puts an export into its place as a whole: everything is written and synced under another name beside it, then takes
 * the name. Whatever happens, under that name there is what was there before or all of the new.
 *
 * @returns the place, absolute
 */
export async function placeFiles(placing: Placing): Promise<Result<string>> {
  const { folder, fileSystem } = placing
  let isNew = false
  try {
    isNew = (await look(folder, fileSystem)) === null
    await fileSystem.makeFolders(folder)
    if (!isNew) await sweepFolder(folder, fileSystem).catch(() => {})
    const placed = await place(placing)
    if (!placed.ok && isNew) await rmdir(folder).catch(() => {})
    return placed
  } catch (error) {
    if (isNew) await rmdir(folder).catch(() => {})
    return exportFailure(error)
  }
}

async function place(placing: Placing): Promise<Result<string>> {
  const { folder, name, makes, replace, fileSystem } = placing
  const named = join(folder, name)
  await putBack(named, fileSystem)
  const there = await look(named, fileSystem)
  if (there !== null) {
    const isSame = makes === 'folder' ? there.isDirectory() : there.isFile()
    if (!replace || !isSame) return taken(named, isSame)
  }
  // A link stays one: what it leads to is replaced, beside itself.
  const final = there === null ? named : await fileSystem.realPath(named)
  const temporary = join(dirname(final), takeTemporaryName(basename(final)))
  try {
    if (makes === 'file') await writeOnly(temporary, placing)
    else {
      const written = await writeFolder(temporary, there === null ? null : final, placing)
      if (!written.ok) return written
    }
    if (placing.signal.aborted) return cancelled()
    if (makes === 'folder' && there !== null) await swap(temporary, final, fileSystem)
    else await fileSystem.rename(temporary, final)
    await syncFolder(dirname(final), fileSystem)
    return ok(named)
  } finally {
    // After the last step there is nothing of that name any more.
    await fileSystem.removeFolder(temporary).catch(() => {})
    giveBackTemporaryName(temporary)
  }
}

async function writeOnly(temporary: string, { files, onWritten, fileSystem }: Placing): Promise<void> {
  const [file] = files
  await writeNew(temporary, file?.data ?? new Uint8Array(), fileSystem)
  onWritten(1)
}

async function writeFolder(temporary: string, earlier: string | null, placing: Placing): Promise<Result<null>> {
  const { files, signal, onWritten, fileSystem } = placing
  await fileSystem.makeFolder(temporary)
  for (const [index, file] of files.entries()) {
    if (signal.aborted) return cancelled()
    await writeNew(join(temporary, file.path), file.data, fileSystem)
    onWritten(index + 1)
  }
  if (earlier !== null) {
    const kept = await keepOthers(earlier, temporary, placing)
    if (!kept.ok) return kept
  }
  await syncFolder(temporary, fileSystem)
  return ok(null)
}

/** Takes along what somebody has put into the folder of an earlier export. */
async function keepOthers(earlier: string, temporary: string, placing: Placing): Promise<Result<null>> {
  const { files, signal, fileSystem } = placing
  const written = new Set(files.map((file) => file.path.toLowerCase()))
  const text = files[0]?.path
  for (const item of await fileSystem.readFolder(earlier)) {
    if (signal.aborted) return cancelled()
    if (item.name === text) continue
    const path = join(earlier, item.name)
    if (!item.isDirectory() && !item.isSymbolicLink() && (await isOurs(path, placing))) continue
    if (written.has(item.name.toLowerCase())) {
      return fail(
        'export.target-exists',
        `The folder "${earlier}" has a file "${item.name}" that is not Lanyard's, and a picture of the report has that name. ` +
          'Nothing was changed. Give that file another name, then export again.',
      )
    }
    await cp(path, join(temporary, item.name), { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
  }
  return ok(null)
}

/** Whether a file is a picture of the trip, as it is in the trip: leaving it out loses nothing. */
async function isOurs(path: string, { photos, files, fileSystem }: Placing): Promise<boolean> {
  const { size } = await fileSystem.lstat(path)
  const alike = photos.filter((photo) => BigInt(photo.bytes) === size)
  if (alike.length === 0 && !files.some((file) => BigInt(file.data.byteLength) === size)) return false
  const file = await fileSystem.open(path, 'r')
  try {
    const hash = createHash('sha256')
      .update(await file.readFile())
      .digest('hex')
    return alike.some((photo) => photo.sha256 === hash)
  } finally {
    await file.close()
  }
}

/** A folder cannot be renamed over another, so the old one steps aside for the moment between two renames. */
async function swap(temporary: string, final: string, fileSystem: FileSystem): Promise<void> {
  const aside = asideOf(final)
  await fileSystem.rename(final, aside)
  try {
    await fileSystem.rename(temporary, final)
  } catch (error) {
    await fileSystem.rename(aside, final)
    throw error
  }
  await fileSystem.removeFolder(aside).catch(() => {})
}

/** Puts back the folder that stepped aside for one that never came, because the power failed in that very moment. */
async function putBack(named: string, fileSystem: FileSystem): Promise<void> {
  const aside = asideOf(named)
  if ((await look(aside, fileSystem)) === null) return
  if ((await look(named, fileSystem)) === null) await fileSystem.rename(aside, named)
  else await fileSystem.removeFolder(aside)
}

function asideOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.before`)
}

async function writeNew(path: string, data: Uint8Array, fileSystem: FileSystem): Promise<void> {
  const file = await fileSystem.open(path, 'wx', FILE_MODE)
  try {
    await file.append([data])
    const { size } = await file.stat()
    if (size !== BigInt(data.byteLength)) throw Object.assign(new Error('Short write'), { code: 'ENOSPC' })
    await file.sync()
  } finally {
    await file.close()
  }
}

async function look(path: string, fileSystem: FileSystem): Promise<FileStat | null> {
  try {
    return await fileSystem.stat(path)
  } catch (error) {
    if (isMissing(error) && errorCode(error) === 'ENOENT') return null
    throw error
  }
}

function taken(path: string, isSame: boolean): Result<never> {
  return fail(
    'export.target-exists',
    isSame
      ? `There is an export at "${path}" already. It was left as it is. Let it be replaced, or choose another folder.`
      : `Something else has the name of the export: "${path}". It was left as it is. Move it away, or choose another folder.`,
  )
}

export function cancelled(): Result<never> {
  return fail('export.cancelled', 'The export was cancelled. Nothing was written.')
}

export function exportFailure(error: unknown): Result<never> {
  return diskFailure(error, message('attempt.write-export'), 'export')
}
