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
 * Makes the record of a new picture. Its type is determined from its first bytes, not its name. Its file name is made
 * from its original name, in lower case, safe on every system and with a unique part.
 *
 * @param originalName the original name; only the last part of a path is used
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
