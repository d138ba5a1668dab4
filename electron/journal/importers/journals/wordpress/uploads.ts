import { childText, childrenOf, textOf } from '../../../programmes/formats/xml.ts'
import type { Fields } from '../../../programmes/formats/json-fields.ts'
import { plainLineOf } from '../../../programmes/markdown-of.ts'
import type { Material } from '../journal-format.ts'
import type { NewPlace, Place } from '../place-pictures.ts'

interface Upload {
  id: string
  parent: string
  url: string
  caption: string
  alt: string
}

/** The pictures of a website, which its export names by their addresses. Their files can be imported with it. */
export class Uploads {
  readonly #byId: ReadonlyMap<string, Upload>
  readonly #names: ReadonlySet<string>
  readonly #pictures: Material['pictures']

  constructor(items: readonly Fields[], { pictures }: Material) {
    this.#pictures = pictures
    const uploads = items.filter((item) => childText(item, 'post_type') === 'attachment').map(uploadOf)
    this.#byId = new Map(uploads.map((upload) => [upload.id, upload]))
    this.#names = new Set(uploads.map(({ url }) => nameIn(url).toLowerCase()))
  }

  /** What becomes of a picture: one of the website is looked for among the files, and another one stays on the web. */
  placeOf({ url, alt, caption }: Place): NewPlace {
    const name = nameIn(url)
    const full = withoutSize(name)
    const isOwn =
      this.#names.has(name.toLowerCase()) || this.#names.has(full.toLowerCase()) || /\/wp-content\/uploads\//.test(url)
    const wanted = this.#pictures.find(full) === null && this.#pictures.find(name) !== null ? name : full
    if (!isOwn && this.#pictures.find(wanted) === null) return null
    return { address: this.#pictures.addressOf(wanted, { alt, caption }) ?? url }
  }

  /** The pictures of a gallery, by their numbers, or else all that were uploaded for a post. */
  galleryOf(ids: readonly string[], post: string): Upload[] {
    if (ids.length > 0) return ids.flatMap((id) => this.#byId.get(id) ?? [])
    return [...this.#byId.values()].filter(({ parent }) => parent === post)
  }

  /** The picture that stands for a post, as Markdown, if its text does not show it. */
  coverOf(id: string, text: string): string {
    const upload = this.#byId.get(id)
    if (upload === undefined) return ''
    const place = this.placeOf({ isPicture: true, url: upload.url, alt: upload.alt, caption: upload.caption })
    const address = place !== null && 'address' in place ? place.address : upload.url
    return text.includes(address) ? '' : `![${upload.alt.replaceAll(/[[\]\\]/g, '')}](${encodeURI(decodeURI(address))})`
  }
}

function uploadOf(item: Fields): Upload {
  const [, excerpt] = childrenOf(item, 'encoded').map((element) => textOf(element))
  const alt = childrenOf(item, 'postmeta').find((meta) => childText(meta, 'meta_key') === '_wp_attachment_image_alt')
  return {
    id: childText(item, 'post_id'),
    parent: childText(item, 'post_parent'),
    url: childText(item, 'attachment_url').slice(0, 2000),
    caption: plainLineOf(excerpt ?? ''),
    alt: alt === undefined ? '' : plainLineOf(childText(alt, 'meta_value')),
  }
}

/** The name of the file at an address. */
export function nameIn(url: string): string {
  const name =
    url
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? ''
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** The name of the whole picture that a smaller copy was made of: `tram-300x200.jpg` of `tram.jpg`. */
export function withoutSize(name: string): string {
  return name.replace(/-\d{1,5}x\d{1,5}(?=\.\w+$)/, '').replace(/-scaled(?=\.\w+$)/, '')
}
