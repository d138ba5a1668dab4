import { createHash, randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '../../shared/result.ts'
import {
  MAX_PICTURE_BYTES,
  MAX_PICTURE_MB,
  pictureFormatNames,
  pictureFormats,
  pictureType,
  shownName,
} from '../../shared/pictures.ts'
import { now } from '../../shared/time.ts'
import type { Photo } from '../../shared/trip.ts'
import { unicodeSlug } from './folder-name.ts'

/**
 * The record of a picture that is about to be kept. Its type is decided by its first bytes, not by its name. Its file
 * name is made from the one it came with, in lower case and safe on every system, with a part that makes it unique.
 *
 * @param originalName the name under which it came; of a path, the last part is used
 */
export function describePhoto(data: Uint8Array, originalName: string): Result<Photo> {
  const name = (originalName.split(/[/\\]/).at(-1) ?? '').slice(0, 1000)
  const shown = shownName(name)
  if (data.byteLength > MAX_PICTURE_BYTES) return fail('photo.too-large', { ...shown, limit: MAX_PICTURE_MB })
  const mediaType = pictureType(data)
  if (mediaType === null) return fail('photo.unsupported', { ...shown, formats: pictureFormatNames })
  const id = randomUUID()
  return ok({
    id,
    file: `${unicodeSlug(name.replace(/\.[^.]*$/, ''), 'picture')}-${id.slice(0, 8)}.${pictureFormats[mediaType].extensions[0]}`,
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
