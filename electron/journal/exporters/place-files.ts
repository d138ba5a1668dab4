import { rmdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import { errorCode, type FileStat, type FileSystem, isMissing, SHARED_FOLDER } from '../disk/file-system.ts'
import { isReallyInside } from '../disk/is-really-inside.ts'
import {
  giveBackTemporaryName,
  isStrayAside,
  sweepFolder,
  takeAsideName,
  takeTemporaryName,
} from '../disk/temporary-name.ts'
import { followLinks, syncFolder } from '../disk/write-durably.ts'
import { cancelled, exportFailure, insideLibrary } from './export-failures.ts'
import type { ExportFile } from './exporter.ts'
import type { Ownership } from './export-notes.ts'
import { foldersAbove, type IsOurs, keepOthers } from './keep-others.ts'
import { writeNewFile } from './write-new-file.ts'

export interface Placing {
  /** The folder that will contain the export, absolute; created if necessary. */
  folder: string
  /** The name of the new folder or file in it. */
  name: string
  makes: 'folder' | 'file'
  files: readonly ExportFile[]
  /** Whether to replace whatever has that name. */
  replace: boolean
  /** Whether what has that name is still as an earlier export left it. If so, it is replaced in any case. */
  ownershipOf?: (path: string) => Promise<Ownership>
  isOurs: IsOurs
  signal: AbortSignal
  onWritten: (files: number) => void
  /** The library's folder, absolute. Nothing is written into it, not even through links. */
  library: string
  fileSystem: FileSystem
}

/**
 * Writes an export atomically: everything is written and synced under a temporary name in the same folder, then
 * renamed. Whatever happens, the name refers either to the old content or to the complete new content.
 *
 * @returns the path, absolute
 */
export async function placeFiles(placing: Placing): Promise<Result<string>> {
  const { folder, fileSystem } = placing
  for (const path of [placing.name, ...placing.files.map((file) => file.path)]) {
    if (!isSafePath(path)) throw new Error('A target has given a file a path that leads elsewhere.')
  }
  let isNew = false
  try {
    // A link of that name may lead there, too.
    if (await isReallyInside(join(folder, placing.name), placing.library, fileSystem)) return insideLibrary()
    isNew = (await look(folder, fileSystem)) === null
    await fileSystem.makeFolders(folder, SHARED_FOLDER)
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
  // A link is kept: its target is replaced, in the target's own folder.
  const final = await followLinks(named, fileSystem)
  await putBack(final, fileSystem)
  const there = await look(final, fileSystem)
  if (there !== null) {
    const isSame = makes === 'folder' ? there.isDirectory() : there.isFile()
    if (!isSame) return taken(named, 'other')
    const ownership = replace ? 'as-written' : ((await placing.ownershipOf?.(named)) ?? 'unknown')
    if (ownership !== 'as-written') return taken(named, ownership === 'changed' ? 'changed' : 'export')
  } else if (final !== named && !replace) return taken(named, 'export')
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
    // After the last step, nothing has that name any more.
    await fileSystem.removeFolder(temporary).catch(() => {})
    giveBackTemporaryName(temporary)
  }
}

async function writeOnly(temporary: string, { files, onWritten, fileSystem }: Placing): Promise<void> {
  const [file] = files
  await writeNewFile(temporary, file?.data ?? new Uint8Array(), fileSystem)
  onWritten(1)
}

async function writeFolder(temporary: string, earlier: string | null, placing: Placing): Promise<Result<null>> {
  const { files, isOurs, signal, onWritten, fileSystem } = placing
  const folders = [...new Set(files.flatMap(({ path }) => foldersAbove(path)))]
  await fileSystem.makeFolder(temporary, SHARED_FOLDER)
  for (const folder of folders) await fileSystem.makeFolder(join(temporary, folder), SHARED_FOLDER)
  for (const [index, file] of files.entries()) {
    if (signal.aborted) return cancelled()
    await writeNewFile(join(temporary, file.path), file.data, fileSystem)
    onWritten(index + 1)
  }
  if (earlier !== null) {
    const kept = await keepOthers({ earlier, next: temporary, files, isOurs, signal, fileSystem })
    if (!kept.ok) return kept
  }
  for (const folder of folders.toReversed()) await syncFolder(join(temporary, folder), fileSystem)
  await syncFolder(temporary, fileSystem)
  return ok(null)
}

/** A folder cannot be renamed over another, so the old one is moved aside between two renames. */
async function swap(temporary: string, final: string, fileSystem: FileSystem): Promise<void> {
  const aside = join(dirname(final), takeAsideName(basename(final)))
  try {
    await fileSystem.rename(final, aside)
    try {
      await fileSystem.rename(temporary, final)
    } catch (error) {
      await fileSystem.rename(aside, final)
      throw error
    }
    await fileSystem.removeFolder(aside).catch(() => {})
  } finally {
    giveBackTemporaryName(aside)
  }
}

/** Moves the old folder back if the power failed between the two renames. */
async function putBack(final: string, fileSystem: FileSystem): Promise<void> {
  // A dangling link may lead into a missing folder.
  const items = await fileSystem.readFolder(dirname(final)).catch(() => [])
  for (const item of items) {
    // Only a folder with a name that only Lanyard uses.
    if (!item.isDirectory() || !isStrayAside(item.name, basename(final))) continue
    const aside = join(dirname(final), item.name)
    if ((await look(final, fileSystem)) === null) await fileSystem.rename(aside, final)
    else await fileSystem.removeFolder(aside)
  }
}

/** Whether a path stays inside its base folder on every system. */
function isSafePath(path: string): boolean {
  return path.split('/').every((part) => /^[^.\\:\0][^\\:\0]*$/.test(part))
}

async function look(path: string, fileSystem: FileSystem): Promise<FileStat | null> {
  try {
    return await fileSystem.stat(path)
  } catch (error) {
    if (isMissing(error) && errorCode(error) === 'ENOENT') return null
    throw error
  }
}

function taken(path: string, what: 'export' | 'changed' | 'other'): Result<never> {
  return fail('export.target-exists', { what, path, folder: '' })
}
