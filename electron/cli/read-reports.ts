import { open, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { diskFailure } from '../journal/disk/disk-failure.ts'
import { pictureType } from '../journal/library/picture-type.ts'
import type { Input } from '../shared/contract/index.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { namedPictures } from './named-pictures.ts'

type ImportFile = Input<'imports.run'>['files'][number]

const MB = 1024 * 1024
const MAX_FILE_BYTES = 64 * MB
/** No report is longer: refused before it is read. */
const MAX_TEXT_BYTES = 20 * MB
const MAX_ALL_BYTES = 256 * MB
const MAX_FILES = 10_000

/**
 * Reads what is to be imported: files, folders with all that is in them (hidden things apart), and the pictures that a
 * named text shows, where they lie beside it.
 *
 * @returns one list for each report: what was named with a text in it. Pictures that were named alone go with the first
 */
export async function readReports(paths: readonly string[]): Promise<Result<ImportFile[][]>> {
  const reports: ImportFile[][] = []
  const pictures: ImportFile[] = []
  for (const path of paths) {
    const collection = new FileCollection()
    const added = await addPath(collection, resolve(path), path)
    if (!added.ok) return added
    const hasText = collection.files.some((file) => pictureType(file.data) === null)
    if (hasText) reports.push(collection.files)
    else pictures.push(...collection.files)
  }
  const [first = [], ...others] = reports
  return ok([[...first, ...pictures], ...others])
}

class FileCollection {
  readonly files: ImportFile[] = []
  readonly #names = new Set<string>()
  #bytes = 0

  async add(path: string, name: string): Promise<Result<ImportFile | null>> {
    if (this.#names.has(name)) return ok(null)
    if (this.files.length >= MAX_FILES) return tooMuch(`These are more than ${MAX_FILES.toLocaleString('en')} files.`)
    try {
      const file = await open(path, 'r')
      try {
        // Asked for before anything is read: a file of many gigabytes must not get into memory.
        const { size } = await file.stat()
        const limit = isText(name) ? MAX_TEXT_BYTES : MAX_FILE_BYTES
        if (size > limit) return tooMuch(`"${name}" is larger than ${limit / MB} MB.`)
        this.#bytes += size
        if (this.#bytes > MAX_ALL_BYTES) return tooMuch('These files are larger than 256 MB together.')
        const added = { name, data: new Uint8Array(await file.readFile()) }
        this.files.push(added)
        this.#names.add(name)
        return ok(added)
      } finally {
        await file.close()
      }
    } catch (error) {
      return diskFailure(error, `read "${path}"`)
    }
  }
}

async function addPath(collection: FileCollection, path: string, typed: string): Promise<Result<null>> {
  try {
    const item = await stat(path)
    if (item.isDirectory()) return await addFolder(collection, path, basename(path))
    if (!item.isFile()) return fail('import.unknown', `"${typed}" is neither a file nor a folder.`)
  } catch (error) {
    return diskFailure(error, `read "${typed}"`)
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
    // Links are passed over: a bundle is what lies in its folder.
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
  if (!isText(text.name)) return ok(null)
  for (const name of await namedPictures(text.data)) {
    const path = join(folder, name)
    const item = await stat(path).catch(() => null)
    // One that is not there or cannot be read is the importer's to remark on: the text is imported all the same.
    if (item?.isFile() === true) await collection.add(path, name)
  }
  return ok(null)
}

function isText(name: string): boolean {
  return /\.(md|markdown|mdown|mdx|txt)$/i.test(name) || !name.includes('.')
}

function tooMuch(what: string): Result<never> {
  return fail('import.too-large', `${what} That is more than can be imported at once. Nothing was imported.`)
}
