import { pictureFormats } from '../../../shared/pictures.ts'
import type { Picture, Pictures } from '../exporter.ts'
import { contentAddress } from '../read-page.ts'
import type { Part } from '../zip-files.ts'

/** The pictures of a document. */
export class Media {
  readonly #byAddress = new Map<string, { picture: Picture; target: string }>()
  #shown = 0

  constructor(pictures: Pictures) {
    for (const picture of pictures.values()) {
      const address = contentAddress(picture.data)
      const [extension] = pictureFormats[picture.photo.mediaType].extensions
      const target = `media/picture-${this.#byAddress.size + 1}.${extension}`
      if (!this.#byAddress.has(address)) this.#byAddress.set(address, { picture, target })
    }
  }

  /** A picture by the hash of its content, and the name of its file in the document. */
  find(address: string): { picture: Picture; target: string } | null {
    return this.#byAddress.get(address) ?? null
  }

  /** A number for the next picture that is shown. */
  nextId(): number {
    return ++this.#shown
  }

  /** The extensions of the files and their media types. */
  types(): ReadonlyMap<string, string> {
    return new Map(
      Array.from(this.#byAddress.values(), ({ picture, target }) => [
        target.replace(/^.*\./, ''),
        picture.photo.mediaType,
      ]),
    )
  }

  parts(): Part[] {
    return Array.from(this.#byAddress.values(), ({ picture, target }) => {
      return { path: `word/${target}`, data: picture.data, isCompressed: false }
    })
  }
}
