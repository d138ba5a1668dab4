import { posix } from 'node:path'
import { type Message, message } from '../../../shared/messages/message.ts'
import { messageOf } from '../../../shared/result.ts'
import type { Photo } from '../../../shared/trip.ts'
import { describePhoto } from '../../library/photo-data.ts'
import type { ImportFile } from '../importer.ts'
import { lastPart } from '../open-bundle.ts'

/** What a text says about a picture that it shows. */
export interface Words {
  alt: string
  caption: string
}

/** The pictures of a journal, found by their names. Each becomes one photo, even if several entries show it. */
export class JournalPictures {
  readonly photos = new Map<string, { photo: Photo; data: Uint8Array }>()
  readonly remarks: Message[] = []
  /** The names of pictures that were not among the files. */
  readonly missing = new Set<string>()
  readonly #byPath = new Map<string, ImportFile>()
  readonly #byName = new Map<string, ImportFile[]>()
  readonly #addresses = new Map<ImportFile, string | null>()

  constructor(files: readonly ImportFile[]) {
    for (const file of files) {
      this.#byPath.set(posix.normalize(file.name), file)
      const name = keyOf(file.name)
      const others = this.#byName.get(name)
      if (others === undefined) this.#byName.set(name, [file])
      else others.push(file)
    }
  }

  /**
   * The `photo:ID` of a picture; `null` if it is not among the files, which is noted.
   *
   * @param path a name or a path, whose beginning may be one of another computer
   * @param folder where the text is that shows it
   */
  addressOf(path: string, words: Words = { alt: '', caption: '' }, folder = ''): string | null {
    const file = this.find(path, folder)
    if (file === null) {
      this.missing.add(path.slice(0, MAX_ADDRESS))
      return null
    }
    const address = this.#keep(file)
    const photo = address === null ? undefined : this.photos.get(address.slice('photo:'.length))?.photo
    if (photo !== undefined) {
      photo.alt ||= words.alt.slice(0, MAX_WORDS)
      photo.caption ||= words.caption.slice(0, MAX_WORDS)
    }
    return address
  }

  /** The picture of that name, if it is among the files. Of several, the one closest to the text is meant. */
  find(path: string, folder = ''): ImportFile | null {
    const exact = this.#byPath.get(posix.normalize(posix.join(folder || '.', path)))
    if (exact !== undefined) return exact
    const named = this.#byName.get(keyOf(path)) ?? []
    const near = folder === '' ? [] : named.filter(({ name }) => name.startsWith(`${folder}/`))
    return (
      near[0] ?? (named.length === 1 ? (named[0] ?? null) : (named.find(({ name }) => endsWith(name, path)) ?? null))
    )
  }

  /** The name of the picture whose name without its extension this is. */
  findByStem(stem: string): string | null {
    for (const name of this.#byName.keys()) if (name.replace(/\.\w+$/, '') === stem.toLowerCase()) return name
    return null
  }

  /** The names of the pictures that no entry shows. */
  unshown(): string[] {
    return [...this.#byName.values()].flat().flatMap((file) => (this.#addresses.has(file) ? [] : [lastPart(file.name)]))
  }

  #keep(file: ImportFile): string | null {
    const known = this.#addresses.get(file)
    if (known !== undefined) return known
    const described = describePhoto(file.data, file.name)
    if (described.ok) this.photos.set(described.value.id, { photo: described.value, data: file.data })
    else this.remarks.push(message('import.remark.picture-refused', { problem: messageOf(described.error) }))
    const address = described.ok ? `photo:${described.value.id}` : null
    this.#addresses.set(file, address)
    return address
  }
}

/** Enough of an address to recognise a file by, in UTF-16 units. */
const MAX_ADDRESS = 1000
/** The maximum in the trip's schema. */
const MAX_WORDS = 10_000

function keyOf(path: string): string {
  return (path.split(/[/\\]/).at(-1) ?? '').normalize('NFC').toLowerCase()
}

function endsWith(name: string, path: string): boolean {
  return name.toLowerCase().endsWith(`/${path.replace(/^(?:\.{0,2}\/)+/, '').toLowerCase()}`)
}
