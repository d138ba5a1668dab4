import { pictureType } from '../../shared/pictures.ts'
import { inMegabytes, MAX_BUNDLE_BYTES, MAX_BUNDLE_FILES } from '../../shared/import-limits.ts'
import { type Message, message, quoted } from '../../shared/messages/message.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { openZip, type ZipItem } from '../archive/read-zip.ts'
import type { ImportFile } from './importer.ts'
import { lastPart } from './open-bundle.ts'
import { isTar, readTar } from './read-tar.ts'

/** What is in archives, and a sentence for each thing in them that was not unpacked. */
export interface Unpacked {
  files: readonly ImportFile[]
  remarks: readonly Message[]
}

/** Maximum number of names that a remark lists. */
const MAX_NAMED = 5

/**
 * Replaces the archives that a journal was exported as (zip, tar) with the files in them. Nothing is written to the disk.
 * An archive beside texts stays as it is: it is an attachment of one of them.
 *
 * @param files untrusted. A name that leads out of its folder, or that two files have, means that the whole archive is
 *   refused; a link, or a file that is not what the archive says, is left out and named
 */
export async function unpackArchives(
  files: readonly ImportFile[],
  reportProgress: (done: number) => void = () => {},
): Promise<Result<Unpacked>> {
  const archives = files.filter(isArchive)
  const others = files.filter((file) => !archives.includes(file))
  const hasTexts = others.some(({ data, name }) => pictureType(data) === null && !lastPart(name).startsWith('.'))
  if (archives.length === 0 || hasTexts) return ok({ files, remarks: [] })
  const unpacking = new Unpacking(reportProgress)
  for (const file of archives) {
    const folder = archives.length === 1 ? '' : `${lastPart(file.name).replace(/\.\w+$/, '')}/`
    const read = isZip(file.data) ? await unpackZip(file, folder, unpacking) : await unpackTar(file, folder, unpacking)
    if (!read.ok) return read
  }
  return ok({ files: [...unpacking.files, ...others], remarks: unpacking.remarks() })
}

function isArchive({ data }: ImportFile): boolean {
  return isZip(data) || isTar(data)
}

function isZip(data: Uint8Array): boolean {
  return data[0] === 0x50 && data[1] === 0x4b && data[2] === 3 && data[3] === 4
}

/** Sound, film and documents, which are not imported: they are most of the bytes of a journal. */
const unread = /\.(?:mp4|m4v|mov|avi|mkv|webm|3gp|mp3|m4a|aac|wav|ogg|opus|flac|caf|amr|pdf|docx?|zip)$/i

/** The files of archives, within the limits of one import. */
class Unpacking {
  readonly files: ImportFile[] = []
  readonly #names = new Set<string>()
  readonly #leftOut = { links: [] as string[], damaged: [] as string[], media: [] as string[], cutOff: [] as string[] }
  readonly #reportProgress: (done: number) => void
  #bytes = 0
  #count = 0

  constructor(reportProgress: (done: number) => void) {
    this.#reportProgress = reportProgress
  }

  /** Counts a file before it is read. */
  admit(size: number): Result<null> {
    this.#bytes += size
    this.#count++
    if (this.#count > MAX_BUNDLE_FILES) return fail('input.too-many-files', { limit: MAX_BUNDLE_FILES })
    if (this.#bytes > MAX_BUNDLE_BYTES) {
      return fail('import.unpacked-too-large', { limit: inMegabytes(MAX_BUNDLE_BYTES) })
    }
    this.#reportProgress(Math.min(1, this.#bytes / MAX_BUNDLE_BYTES))
    return ok(null)
  }

  /** Takes a file that was read. */
  add(written: string, data: Uint8Array, folder: string): Result<null> {
    // Some programs write `./` before each name, which would look like a hidden folder.
    const name = folder + written.replace(/^(?:\.\/)+/, '')
    // Compared the way systems do that ignore case and Unicode normalization.
    const compared = name.normalize('NFC').toLowerCase()
    if (this.#names.has(compared)) return fail('import.repeated-name', { name: name.slice(0, 100) })
    this.#names.add(compared)
    this.files.push({ name, data })
    return ok(null)
  }

  /** Notes a file that is not unpacked, or an archive of which a part is missing. */
  leaveOut(why: 'links' | 'damaged' | 'media' | 'cutOff', name: string): void {
    this.#leftOut[why].push(lastPart(name).slice(0, 100))
  }

  remarks(): Message[] {
    const { links, damaged, media, cutOff } = this.#leftOut
    return [
      ...(cutOff.length === 0 ? [] : [message('import.remark.cut-off', named(cutOff))]),
      ...(links.length === 0 ? [] : [message('import.remark.links', named(links))]),
      ...(damaged.length === 0 ? [] : [message('import.remark.damaged-files', named(damaged))]),
      ...(media.length === 0 ? [] : [message('import.remark.left-out', named(media))]),
    ]
  }
}

function named(names: readonly string[]) {
  return { count: names.length, names: quoted(names, MAX_NAMED) }
}

async function unpackZip({ data }: ImportFile, folder: string, unpacking: Unpacking): Promise<Result<null>> {
  const zip = await openZip({ kind: 'bytes', data })
  if (!zip.ok) return zip
  try {
    for (const item of zip.value.items) {
      const unpacked = await unpackItem(item, folder, unpacking)
      if (!unpacked.ok) return unpacked
    }
    return ok(null)
  } finally {
    zip.value.close()
  }
}

async function unpackItem(item: ZipItem, folder: string, unpacking: Unpacking): Promise<Result<null>> {
  if (item.name.endsWith('/')) return ok(null)
  if (item.isLocked) return fail('import.locked')
  if (unread.test(item.name)) {
    unpacking.leaveOut('media', item.name)
    return ok(null)
  }
  if (!item.isPlain) {
    unpacking.leaveOut('links', item.name)
    return ok(null)
  }
  const admitted = unpacking.admit(item.size)
  if (!admitted.ok) return admitted
  const data = await item.read()
  if (data !== null) return unpacking.add(item.name, data, folder)
  unpacking.leaveOut('damaged', item.name)
  return ok(null)
}

async function unpackTar(
  { name: archive, data }: ImportFile,
  folder: string,
  unpacking: Unpacking,
): Promise<Result<null>> {
  return await readTar(data, {
    onSkipped: (name) => unpacking.leaveOut('links', name),
    admit(name, size) {
      if (!unread.test(name)) return unpacking.admit(size)
      unpacking.leaveOut('media', name)
      return null
    },
    onFile: (name, content) => unpacking.add(name, content, folder),
    onCutOff: () => unpacking.leaveOut('cutOff', archive),
  })
}
