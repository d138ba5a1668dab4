import { randomUUID } from 'node:crypto'
import { encodeText, type Pictures } from '../exporter.ts'

/**
 * Inserts pictures into a page as `data:` addresses. The page is written with a short placeholder for each, which is
 * replaced once the page is encoded: as a string, hundreds of megabytes of Base64 would be copied several times.
 */
export class InlinePictures {
  /** Random, so that the post cannot contain it. */
  readonly #mark = `picture-${randomUUID()}-`
  readonly #pictures: Pictures
  readonly #shown: string[] = []

  constructor(pictures: Pictures) {
    this.#pictures = pictures
  }

  /** The placeholder for a picture, until {@link fillIn}; `null` if no picture has this id. */
  addressOf(photoId: string): string | null {
    if (!this.#pictures.has(photoId)) return null
    return `${this.#mark}${this.#shown.push(photoId) - 1}.`
  }

  /** Encodes the page and inserts the pictures. */
  fillIn(page: string): Uint8Array {
    const [before = '', ...pieces] = page.split(this.#mark)
    const parts: Uint8Array[] = [encodeText(before)]
    for (const piece of pieces) {
      const [number = ''] = piece.split('.', 1)
      const picture = this.#pictures.get(this.#shown[Number(number)] ?? '')
      if (picture !== undefined) {
        const { buffer, byteOffset, byteLength } = picture.data
        const base64 = Buffer.from(buffer, byteOffset, byteLength).toString('base64')
        parts.push(Buffer.from(`data:${picture.photo.mediaType};base64,${base64}`, 'latin1'))
      }
      parts.push(encodeText(piece.slice(number.length + 1)))
    }
    return joinBytes(parts)
  }
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let end = 0
  for (const part of parts) {
    whole.set(part, end)
    end += part.byteLength
  }
  return whole
}
