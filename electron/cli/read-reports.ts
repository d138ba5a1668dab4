import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { diskFailure } from '../journal/disk/disk-failure.ts'
import { findPicturesInWorker } from '../journal/importers/read-in-worker.ts'
import { openRegularFile, readLimited } from '../journal/disk/open-file.ts'
import type { Input } from '../shared/contract/index.ts'
import {
  inMegabytes,
  isArchiveName,
  isTextName,
  MAX_BUNDLE_BYTES,
  MAX_BUNDLE_FILES,
  MAX_REPORT_BYTES,
} from '../shared/import-limits.ts'
import { MAX_PICTURE_BYTES, pictureType } from '../shared/pictures.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { message } from '../shared/messages/message.ts'

export type ImportFile = Input<'imports.create'>['files'][number]

/**
 * Reads the files to import: single files, the files of folders except hidden ones, and the pictures beside a text that
 * the text shows. If there are several paths, the names of what is at each begin with a folder of its own, so that
 * pictures of the same name stay apart.
 */
export async function readReports(paths: readonly string[]): Promise<Result<ImportFile[]>> {
  const files: ImportFile[] = []
  const folders = new Set<string>()
  for (const path of paths) {
    const collection = new FileCollection()
    const added = await addPath(collection, resolve(path), path)
    if (!added.ok) return added
    const hasText = collection.files.some((file) => pictureType(file.data) === null)
    const folder = paths.length === 1 || !hasText ? '' : `${freeName(basename(dirname(resolve(path))), folders)}/`
    files.push(...collection.files.map(({ name, data }) => ({ name: `${folder}${name}`, data })))
  }
  const size = files.reduce((sum, { data }) => sum + data.byteLength, 0)
  if (size > MAX_BUNDLE_BYTES) return fail('input.files-too-large', { limit: inMegabytes(MAX_BUNDLE_BYTES) })
  return ok(files)
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted || 'files'
  for (let number = 2; taken.has(name); number++) name = `${wanted}-${number}`
  taken.add(name)
  return name
}

class FileCollection {
  readonly files: ImportFile[] = []
  readonly #names = new Set<string>()
  #bytes = 0

  async add(path: string, name: string): Promise<Result<ImportFile | null>> {
    if (this.#names.has(name)) return ok(null)
    if (this.files.length >= MAX_BUNDLE_FILES) return fail('input.too-many-files', { limit: MAX_BUNDLE_FILES })
    try {
      const file = await openRegularFile(path)
      try {
        // Checked before anything is read: a file of many gigabytes must not be loaded into memory.
        const { size } = await file.stat()
        const limit = isTextName(name) ? MAX_REPORT_BYTES : isArchiveName(name) ? MAX_BUNDLE_BYTES : MAX_PICTURE_BYTES
        if (size > limit) return fail('input.file-too-large', { name, limit: inMegabytes(limit) })
        this.#bytes += size
        if (this.#bytes > MAX_BUNDLE_BYTES) {
          return fail('input.files-too-large', { limit: inMegabytes(MAX_BUNDLE_BYTES) })
        }
        const added = { name, data: new Uint8Array(await readLimited(file, limit)) }
        this.files.push(added)
        this.#names.add(name)
        return ok(added)
      } finally {
        await file.close()
      }
    } catch (error) {
      return diskFailure(error, message('attempt.read-file', { name: path }))
    }
  }
}

async function addPath(collection: FileCollection, path: string, typed: string): Promise<Result<null>> {
  try {
    const item = await stat(path)
    if (item.isDirectory()) return await addFolder(collection, path, basename(path))
    if (!item.isFile()) return fail('input.not-file-or-folder', { path: typed })
  } catch (error) {
    return diskFailure(error, message('attempt.read-file', { name: typed }))
  }
  const added = await collection.add(path, basename(path))
  if (!added.ok) return added
  return added.value === null ? ok(null) : await addPicturesOf(collection, added.value, dirname(path))
}

async function addFolder(collection: FileCollection, folder: string, name: string): Promise<Result<null>> {
  const items = (await readdir(folder, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  for (const item of items) {
    if (item.name.startsWith('.')) continue
    const [path, itemName] = [join(folder, item.name), `${name}/${item.name}`]
    // Links are skipped: a bundle consists of what is inside its folder.
    if (item.isDirectory()) {
      const added = await addFolder(collection, path, itemName)
      if (!added.ok) return added
    } else if (item.isFile()) {
      const added = await collection.add(path, itemName)
      if (!added.ok) return added
    }
  }
  return ok(null)
}

async function addPicturesOf(collection: FileCollection, text: ImportFile, folder: string): Promise<Result<null>> {
  // Starting a thread takes longer than reading most texts, and most of them show no pictures.
  if (!isTextName(text.name) || !hasPictures(text.data)) return ok(null)
  const names = await findPicturesInWorker(text.data)
  if (!names.ok) return names
  for (const name of names.value) {
    const path = join(folder, name)
    const item = (await hasLink(folder, name)) ? null : await stat(path).catch(() => null)
    // The importer reports a picture that is missing or cannot be read, and imports the text without it.
    if (item?.isFile() === true) await collection.add(path, name)
  }
  return ok(null)
}

function hasPictures({ buffer, byteOffset, byteLength }: Uint8Array): boolean {
  return Buffer.from(buffer, byteOffset, byteLength).includes('![')
}

/** Whether a path leads through a link: its target is not beside the text, whatever its address looks like. */
async function hasLink(folder: string, name: string): Promise<boolean> {
  const parts = name.split('/')
  for (let length = 1; length <= parts.length; length++) {
    const item = await lstat(join(folder, ...parts.slice(0, length))).catch(() => null)
    if (item?.isSymbolicLink() === true) return true
  }
  return false
}
