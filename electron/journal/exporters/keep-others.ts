import { cp } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { hasExtensionOf, MAX_PICTURE_BYTES, pictureMediaTypes } from '../../shared/pictures.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type FileSystem, readWhole, SHARED_FOLDER } from '../disk/file-system.ts'
import { cancelled } from './export-failures.ts'
import type { ExportFile } from './exporter.ts'

/**
 * Whether a picture comes from an earlier export of the trip, so that nothing is lost if it is left out.
 *
 * @param name its file's name
 */
export type IsOurs = (name: string, data: Uint8Array) => Promise<boolean>

export interface KeepOrder {
  /** The folder of the earlier export, absolute. */
  earlier: string
  /** The folder that replaces it and already contains the new files, absolute. */
  next: string
  /** The new files. */
  files: readonly ExportFile[]
  isOurs: IsOurs
  signal: AbortSignal
  fileSystem: FileSystem
}

/**
 * Copies files that others have added to the folder of an earlier export, so that replacing it loses only files that we
 * wrote.
 */
export async function keepOthers(order: KeepOrder): Promise<Result<null>> {
  const texts = new Set(order.files.filter(({ photoId }) => photoId === undefined).map(({ path }) => path))
  // Some disks ignore case in names.
  const files = new Set(order.files.map(({ path }) => path.toLowerCase()))
  const folders = new Set([...files].flatMap(foldersAbove))
  const kept = await keepIn('', { ...order, texts, files, folders })
  return kept.ok ? ok(null) : kept
}

interface Walk extends Omit<KeepOrder, 'files'> {
  /** New files that replace whatever has their path. */
  texts: ReadonlySet<string>
  /** The paths of all new files and their folders, in lower case. */
  files: ReadonlySet<string>
  folders: ReadonlySet<string>
}

/** @returns whether the folder now contains anything that others added */
async function keepIn(folder: string, walk: Walk): Promise<Result<boolean>> {
  const { earlier, next, texts, files, folders, signal, fileSystem } = walk
  const items = await fileSystem.readFolder(join(earlier, folder))
  let isKept = items.length === 0
  for (const item of items) {
    if (signal.aborted) return cancelled()
    const path = posix.join(folder, item.name)
    const isFolder = item.isDirectory() && !item.isSymbolicLink()
    // Something that only looks like the earlier file, such as a link, belongs to somebody else.
    if (item.isFile() && texts.has(path)) continue
    if (item.isFile() && (await isOurFile(path, walk))) continue
    if (!isFolder && !item.isFile() && !item.isSymbolicLink())
      return fail('export.odd-file', { folder: earlier, name: path })
    const inTheWay = isFolder ? files : new Set([...files, ...folders])
    if (inTheWay.has(path.toLowerCase())) return taken(earlier, path)
    if (!isFolder) {
      await makeFolderAbove(path, walk)
      const options = { preserveTimestamps: true, verbatimSymlinks: true }
      await cp(join(earlier, path), join(next, path), options)
      isKept = true
      continue
    }
    const inside = await keepIn(path, walk)
    if (!inside.ok) return inside
    if (inside.value) {
      await makeFolderAbove(`${path}/`, walk)
      isKept = true
    }
  }
  return ok(isKept)
}

async function makeFolderAbove(path: string, { next, fileSystem }: Walk): Promise<void> {
  for (const folder of foldersAbove(path)) await fileSystem.makeFolder(join(next, folder), SHARED_FOLDER)
}

async function isOurFile(path: string, { earlier, isOurs, fileSystem }: Walk): Promise<boolean> {
  if (!pictureMediaTypes.some((type) => hasExtensionOf(path, type))) return false
  const whole = join(earlier, path)
  if ((await fileSystem.lstat(whole)).size > MAX_PICTURE_BYTES) return false
  return await isOurs(posix.basename(path), await readWhole(whole, fileSystem, MAX_PICTURE_BYTES))
}

/**
 * The parent folders of a path, outermost first.
 *
 * @example foldersAbove('a/b/c.jpg') // ['a', 'a/b']
 */
export function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

function taken(earlier: string, path: string): Result<never> {
  return fail('export.target-exists', { what: 'foreign', folder: earlier, path })
}
