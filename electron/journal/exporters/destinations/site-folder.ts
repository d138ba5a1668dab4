import { rmdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { type FileStat, type FileSystem, isMissing, readWhole, SHARED_FOLDER } from '../../disk/file-system.ts'
import { isInside } from '../../disk/is-inside.ts'
import { MAX_READ_BYTES } from '../../disk/open-file.ts'
import { giveBackTemporaryName, sweepFolder, takeTemporaryName } from '../../disk/temporary-name.ts'
import { syncFolder } from '../../disk/write-durably.ts'
import { cancelled, exportFailure, insideLibrary } from '../export-failures.ts'
import { foldersAbove } from '../keep-others.ts'
import { hashOf } from '../hash-of.ts'
import { writeNewFile } from '../write-new-file.ts'

/** The folder of a site, and where in it nothing may be written. */
export interface SiteFolder {
  /** Its real path, absolute. */
  path: string
  /** The real path of the library, absolute. */
  library: string
  fileSystem: FileSystem
}

/**
 * Looks at the folder of a site.
 *
 * @param folder absolute; it must exist, because an empty new one would not be the site
 */
export async function openSiteFolder(
  folder: string,
  library: string,
  fileSystem: FileSystem,
): Promise<Result<SiteFolder>> {
  try {
    if (!(await fileSystem.stat(folder)).isDirectory()) return fail('destination.no-folder', { folder })
    const path = await fileSystem.realPath(folder)
    const libraryPath = await fileSystem.realPath(library).catch(() => library)
    return isInside(path, libraryPath) ? insideLibrary() : ok({ path, library: libraryPath, fileSystem })
  } catch (error) {
    return isMissing(error) ? fail('destination.no-folder', { folder }) : exportFailure(error)
  }
}

/** A file of a site as it is on the disk. */
export interface SiteFile {
  data: Uint8Array
  mode: number
}

/**
 * Reads a file of a site.
 *
 * @param path in the site, with `/`
 * @returns `null` if there is nothing; a failure if it is not a regular file, or if a link to it leads out of the site
 */
export async function readSiteFile(site: SiteFolder, path: string): Promise<Result<SiteFile | null>> {
  const { fileSystem } = site
  const allowed = await checkFolders(site, path)
  if (!allowed.ok) return allowed
  try {
    const stat = await look(join(site.path, path), fileSystem)
    if (stat === null) return ok(null)
    if (!stat.isFile()) return fail('destination.not-a-file', { path })
    const data = await readWhole(join(site.path, path), fileSystem, MAX_READ_BYTES)
    return ok({ data, mode: Number(stat.mode & 0o777n) })
  } catch (error) {
    return exportFailure(error)
  }
}

/** A link inside the site may lead to another part of it, but not elsewhere. */
async function checkFolders({ path: root, library, fileSystem }: SiteFolder, path: string): Promise<Result<null>> {
  try {
    for (const folder of foldersAbove(path)) {
      const whole = join(root, folder)
      const stat = await look(whole, fileSystem)
      if (stat === null) return ok(null)
      const real = stat.isSymbolicLink() ? await fileSystem.realPath(whole).catch(() => null) : whole
      if (real === null || !isInside(real, root)) return fail('destination.link', { path: folder })
      if (!(await fileSystem.stat(whole)).isDirectory()) return fail('destination.not-a-folder', { path: folder })
      if (isInside(await fileSystem.realPath(whole), library)) return insideLibrary()
    }
    return ok(null)
  } catch (error) {
    return exportFailure(error)
  }
}

/** A file to write or to remove. */
export interface SiteChange {
  /** In the site, with `/`. */
  path: string
  /** The new content; `null` to remove the file. */
  data: Uint8Array | null
  /** What is there now; `null` for nothing. */
  before: SiteFile | null
}

export interface ChangeOrder {
  site: SiteFolder
  changes: readonly SiteChange[]
  signal: AbortSignal
  /** @param files how many new files are on the disk, under temporary names */
  onWritten: (files: number) => void
  /** Called when everything is on the disk, just before the files get their names. */
  onReady: () => Promise<void>
}

/**
 * Changes the files of a site together: all new files, and copies of those that they replace, are written and synced
 * under temporary names before the first file gets its name. If that fails for one of them, the others get their old
 * content back. Each file has either its old or its new content, whatever happens.
 *
 * @returns the folders that were created, in the site
 */
export async function changeSite(order: ChangeOrder): Promise<Result<string[]>> {
  const { site, changes, signal } = order
  const { fileSystem } = site
  const made: string[] = []
  const steps: Step[] = []
  let isDone = false
  try {
    for (const change of changes) {
      if (signal.aborted) return cancelled()
      if (change.data !== null) await makeFoldersAbove(site, change.path, made)
      const step = planStep(site, change)
      steps.push(step)
      await writeStep(step, change, fileSystem)
      order.onWritten(steps.length)
    }
    const current = await checkCurrent(site, changes)
    if (!current.ok) return current
    if (signal.aborted) return cancelled()
    await order.onReady()
    await runSteps(steps, fileSystem)
    isDone = true
    for (const folder of new Set(steps.map(({ final }) => dirname(final)))) await syncFolder(folder, fileSystem)
    return ok(made)
  } catch (error) {
    return exportFailure(error)
  } finally {
    for (const { temporary, copy } of steps) {
      for (const path of [temporary, copy]) {
        await fileSystem.removeFile(path).catch(() => {})
        giveBackTemporaryName(path)
      }
    }
    // Folders that contain something by now are refused.
    if (!isDone) for (const folder of made.toReversed()) await rmdir(join(site.path, folder)).catch(() => {})
  }
}

/** Removes folders that earlier exports created, if nothing is in them. */
export async function removeEmptyFolders(site: SiteFolder, folders: readonly string[]): Promise<void> {
  const innermostFirst = folders.toSorted((a, b) => b.length - a.length)
  for (const folder of innermostFirst) {
    if ((await checkFolders(site, `${folder}/`)).ok) await rmdir(join(site.path, folder)).catch(() => {})
  }
}

interface Step {
  final: string
  /** The new file; for a removal, where the old one goes. */
  temporary: string
  /** A copy of the old file. */
  copy: string
  does: 'create' | 'replace' | 'remove'
}

function planStep(site: SiteFolder, { path, data, before }: SiteChange): Step {
  const final = join(site.path, path)
  const name = () => join(dirname(final), takeTemporaryName(basename(final)))
  return { final, temporary: name(), copy: name(), does: data === null ? 'remove' : before ? 'replace' : 'create' }
}

async function makeFoldersAbove({ path: root, fileSystem }: SiteFolder, path: string, made: string[]): Promise<void> {
  const folders = foldersAbove(path)
  for (const folder of folders) {
    if ((await look(join(root, folder), fileSystem)) !== null) continue
    await fileSystem.makeFolder(join(root, folder), SHARED_FOLDER)
    made.push(folder)
  }
  await sweepFolder(dirname(join(root, path)), fileSystem).catch(() => {})
}

async function writeStep(step: Step, { data, before }: SiteChange, fileSystem: FileSystem): Promise<void> {
  if (data === null) return
  await writeNew(step.temporary, data, before?.mode ?? null, fileSystem)
  if (before !== null) await writeNew(step.copy, before.data, before.mode, fileSystem)
}

/** @param mode of the file that it takes the place of; `null` for a new one */
async function writeNew(path: string, data: Uint8Array, mode: number | null, fileSystem: FileSystem): Promise<void> {
  await writeNewFile(path, data, fileSystem)
  if (mode !== null && process.platform !== 'win32') await fileSystem.setMode(path, mode)
}

/** Somebody may have saved a file in the meantime. */
async function checkCurrent(site: SiteFolder, changes: readonly SiteChange[]): Promise<Result<null>> {
  for (const { path, before } of changes) {
    const now = await readSiteFile(site, path)
    if (!now.ok) return now
    const isSame = now.value === null ? before === null : before && hashOf(now.value.data) === hashOf(before.data)
    if (!isSame) return fail('destination.changed-meanwhile', { path })
  }
  return ok(null)
}

async function runSteps(steps: readonly Step[], fileSystem: FileSystem): Promise<void> {
  const done: Step[] = []
  try {
    for (const step of steps) {
      if (step.does === 'remove') await fileSystem.rename(step.final, step.temporary)
      else await fileSystem.rename(step.temporary, step.final)
      done.push(step)
    }
  } catch (error) {
    for (const step of done.toReversed()) await undo(step, fileSystem)
    throw error
  }
}

async function undo({ does, final, temporary, copy }: Step, fileSystem: FileSystem): Promise<void> {
  switch (does) {
    case 'create':
      return await fileSystem.removeFile(final).catch(() => {})
    case 'replace':
      return await fileSystem.rename(copy, final).catch(() => {})
    case 'remove':
      return await fileSystem.rename(temporary, final).catch(() => {})
    default:
      return does satisfies never
  }
}

async function look(path: string, fileSystem: FileSystem): Promise<FileStat | null> {
  try {
    return await fileSystem.lstat(path)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** The SHA-256 of a file, in hexadecimal digits. */
