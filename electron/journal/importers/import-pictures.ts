import { posix } from 'node:path'
import type { Image, Root } from 'mdast'
import { type Message, message, quoted } from '../../shared/messages/message.ts'
import { messageOf } from '../../shared/result.ts'
import type { Photo } from '../../shared/trip.ts'
import { describePhoto } from '../library/photo-data.ts'
import { eachNode } from '../markdown/map-nodes.ts'
import type { ImportFile } from './importer.ts'
import { lastPart } from './open-bundle.ts'

/**
 * The pictures that were imported with a text. Each becomes one photo of the trip, even if it is shown several times.
 */
export class ImportedPictures {
  readonly photos = new Map<string, { photo: Photo; data: Uint8Array }>()
  readonly remarks: Message[] = []
  /** The addresses of pictures that were not among the files, in the order of the texts. */
  readonly missing = new Set<string>()
  #folder = '.'
  readonly #byPath: ReadonlyMap<string, ImportFile>
  /** By the address from the top of the imported folder. */
  readonly #known = new Map<string, string | null>()
  readonly #shown = new Set<ImportFile>()
  readonly #files: readonly ImportFile[]

  constructor(files: readonly ImportFile[]) {
    this.#files = files
    this.#byPath = new Map(files.map((file) => [posix.normalize(file.name), file]))
  }

  /** Resolves addresses from now on as those in a text. */
  readFrom(textName: string): void {
    this.#folder = posix.dirname(textName)
  }

  /** The `photo:ID` of the picture at an address; `null` if it is on the web or was not among the files. */
  addressOf(url: string): string | null {
    const place = `${this.#folder} ${url}`
    const known = this.#known.get(place)
    if (known !== undefined) return known
    const address = this.#take(url)
    this.#known.set(place, address)
    return address
  }

  /** The id of the photo at an address that is not in the text but above it; `null` if it is not among the files. */
  coverAt(url: string): string | null {
    return this.addressOf(url)?.slice('photo:'.length) ?? null
  }

  #take(url: string): string | null {
    if (url.startsWith('data:image/')) return this.#takeInline(url)
    if (url === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(url)) return null
    const file = this.#find(url)
    if (file === undefined) {
      this.missing.add(url)
      return null
    }
    this.#shown.add(file)
    return this.#keep(file)
  }

  #find(url: string): ImportFile | undefined {
    const path = decode(url.replace(/[?#].*$/, ''))
    const exact = this.#byPath.get(posix.normalize(posix.join(this.#folder, path)))
    if (exact !== undefined) return exact
    // A path from the root of a website does not say where the file is in the imported folder.
    const named = this.#files.filter((file) => lastPart(file.name).toLowerCase() === lastPart(path).toLowerCase())
    // A file beside the text, or below it, is meant rather than one of the same name beside another text.
    const near = named.filter(({ name }) => this.#folder !== '.' && name.startsWith(`${this.#folder}/`))
    return near.length === 1 ? near[0] : named.length === 1 ? named[0] : undefined
  }

  #takeInline(url: string): string | null {
    const [, base64] = /^data:image\/[a-z.+-]+;base64,([A-Za-z0-9+/=\s]+)$/.exec(url) ?? []
    if (base64 === undefined) return null
    return this.#keep({ name: 'picture', data: new Uint8Array(Buffer.from(base64, 'base64')) }, true)
  }

  #keep(file: ImportFile, isInText = false): string | null {
    for (const [id, kept] of this.photos) if (kept.data === file.data) return `photo:${id}`
    const described = describePhoto(file.data, file.name)
    if (!described.ok) {
      this.remarks.push(message('import.remark.picture-refused', { problem: messageOf(described.error) }))
      return null
    }
    const photo = isInText ? described.value : { ...described.value, publicName: described.value.originalName }
    this.photos.set(photo.id, { photo, data: file.data })
    return `photo:${photo.id}`
  }

  /** Imports the pictures that the text does not show, such as a cover. */
  keepOthers(): void {
    const others = this.#files.filter((file) => !this.#shown.has(file))
    for (const file of others) this.#keep(file)
    if (others.length === 0) return
    const names = quoted(others.map(({ name }) => lastPart(name)))
    this.remarks.push(message('import.remark.not-shown', { count: others.length, names }))
  }

  /** Sets the alternative text and caption of photos, if the text always uses the same ones. */
  describe(tree: Root): void {
    const uses = new Map<string, Image[]>()
    eachNode(tree, (node) => {
      if (node.type === 'image') uses.set(node.url, [...(uses.get(node.url) ?? []), node])
    })
    for (const [id, { photo }] of this.photos) {
      const images = uses.get(`photo:${id}`) ?? []
      photo.alt = agreed(images.map((image) => image.alt ?? ''))
      photo.caption = agreed(images.map((image) => image.title ?? ''))
    }
  }
}

function agreed(texts: readonly string[]): string {
  const [text = '', ...others] = new Set(texts)
  return others.length === 0 ? text.slice(0, 10_000) : ''
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
