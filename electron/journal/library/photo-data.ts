import { createHash, randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import type { Photo } from '../../shared/trip.ts'
import { slugOf } from './folder-name.ts'
import { pictureType } from './picture-type.ts'

/** Above what cameras make. */
export const MAX_PHOTO_BYTES = 64 * 1024 * 1024

const endings: Record<Photo['mediaType'], string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
}

/**
 * The record of a picture that is about to be kept. What it is, its first bytes say and not its name. Its file's name
 * is made from the one it came with, in lower case and safe on every system, with a part that no other picture has.
 *
 * @param originalName the name under which it came; also a whole path, of which the last part is used
 */
export function describePhoto(data: Uint8Array, originalName: string): Result<Photo> {
  const name = (originalName.split(/[/\\]/).at(-1) ?? '').slice(0, 1000)
  const shown = name === '' ? 'The picture' : `"${name.slice(0, 100)}"`
  if (data.byteLength > MAX_PHOTO_BYTES) {
    return fail('photo.too-large', `${shown} is larger than 64 MB. Make it smaller, then add it again.`)
  }
  const mediaType = pictureType(data)
  if (mediaType === null) {
    return fail(
      'photo.unsupported',
      `${shown} is not a picture that Lanyard can keep. It keeps JPEG, PNG, GIF, WebP and AVIF; save it as one of these, then add it again.`,
    )
  }
  const id = randomUUID()
  return ok({
    id,
    file: `${slugOf(name.replace(/\.[^.]*$/, ''), 'picture')}-${id.slice(0, 8)}.${endings[mediaType]}`,
    mediaType,
    bytes: data.byteLength,
    sha256: createHash('sha256').update(data).digest('hex'),
    originalName: name,
    caption: '',
    alt: '',
    credit: '',
    addedAt: now(),
  })
}
