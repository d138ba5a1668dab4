import { open, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { diskFailure } from '../journal/disk/disk-failure.ts'
import type { Input } from '../shared/contract.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { namedPictures } from './named-pictures.ts'

type ImportFile = Input<'imports.run'>['files'][number]

/** More than this is read neither of one file nor, four times as much, of all together. */
const MAX_FILE_BYTES = 64 * 1024 * 1024
/** A text is refused from here on, unread. */
const MAX_TEXT_BYTES = 50 * 1000 * 1000
const MAX_ALL_BYTES = 4 * MAX_FILE_BYTES
const MAX_FILES = 10_000

/**
 * Reads what is to be imported: files, folders with all that is in them (hidden things apart), and the pictures that a
 * named text shows, where they lie beside it.
 */
export async function gatherFiles(paths: readonly string[]): Promise<Result<ImportFile[]>> {
  const gathered = new Gathered()
  for (const path of paths) {
    const added = await addPath(gathered, resolve(path), path)
    if (!added.ok) return added
  }
  return ok(gathered.files)
}

class Gathered {
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
        if (size > (isText(name) ? MAX_TEXT_BYTES : MAX_FILE_BYTES)) {
          return tooMuch(`"${name}" is larger than ${isText(name) ? '50' : '64'} MB.`)
        }
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

async function addPath(gathered: Gathered, path: string, typed: string): Promise<Result<null>> {
  try {
    const item = await stat(path)
    if (item.isDirectory()) return await addFolder(gathered, path, basename(path))
    if (!item.isFile()) return fail('import.unknown', `"${typed}" is neither a file nor a folder.`)
  } catch (error) {
    return diskFailure(error, `read "${typed}"`)
  }
  const added = await gathered.add(path, basename(path))
  if (!added.ok) return added
  return added.value === null ? ok(null) : await addPicturesOf(gathered, added.value, dirname(path))
}

async function addFolder(gathered: Gathered, folder: string, name: string): Promise<Result<null>> {
  const items = (await readdir(folder, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  for (const item of items) {
    if (item.name.startsWith('.')) continue
    const [path, itemName] = [join(folder, item.name), `${name}/${item.name}`]
    // Links are passed over: a bundle is what lies in its folder.
    if (item.isDirectory()) {
      const added = await addFolder(gathered, path, itemName)
      if (!added.ok) return added
    } else if (item.isFile()) {
      const added = await gathered.add(path, itemName)
      if (!added.ok) return added
    }
  }
  return ok(null)
}

async function addPicturesOf(gathered: Gathered, text: ImportFile, folder: string): Promise<Result<null>> {
  if (!isText(text.name)) return ok(null)
  for (const name of await namedPictures(text.data)) {
    const path = join(folder, name)
    // One that is not there is the importer's to remark on.
    const item = await stat(path).catch(() => null)
    if (item?.isFile() !== true) continue
    const added = await gathered.add(path, name)
    if (!added.ok) return added
  }
  return ok(null)
}

function isText(name: string): boolean {
  return /\.(md|markdown|mdown|mdx|txt)$/i.test(name) || !name.includes('.')
}

function tooMuch(what: string): Result<never> {
  return fail('import.too-large', `${what} That is more than can be imported at once. Nothing was imported.`)
}
