import type { OptionValue } from '../../shared/export-options.ts'
import { isWebPicture, pictureType } from '../../shared/pictures.ts'
import type { Failure, Result } from '../../shared/result.ts'
import type { Photo } from '../../shared/trip.ts'
import { mayStay } from '../pictures/convert/may-stay.ts'
import type { PictureThreads } from '../pictures/convert/picture-threads.ts'
import type { PictureWish, PreparedPicture } from '../pictures/convert/picture-wish.ts'
import type { GivenPicture } from './export-tasks.ts'
import { type Exporter, webPictures } from './exporter.ts'
import { pictureSizeIn } from './picture-size.ts'

/** The form in which a target needs pictures. */
export function pictureWish(
  { pictures = webPictures }: Pick<Exporter, 'pictures'>,
  options: Readonly<Record<string, OptionValue>>,
): PictureWish {
  return { size: pictureSizeIn(options), support: typeof pictures === 'function' ? pictures(options) : pictures }
}

export interface PreparingPictures {
  photos: readonly Photo[]
  wish: PictureWish
  read: (photo: Photo) => Promise<Result<{ data: Uint8Array }>>
  threads: PictureThreads
  signal: AbortSignal
  /** @param done from 0 to 1 */
  onProgress: (done: number) => void
}

export interface PreparedPictures {
  pictures: GivenPicture[]
  /** Photos that could not be converted, but that the target can show as they are. */
  unconverted: Photo[]
}

/**
 * Reads pictures and converts them into the form in which a target needs them, several at a time. Only those that are
 * being converted are in memory with their originals.
 */
export async function preparePictures(order: PreparingPictures): Promise<PreparedPictures> {
  const { photos, threads, signal, onProgress } = order
  const pictures: GivenPicture[] = []
  const unconverted = new Set<string>()
  let next = 0
  let done = 0
  const work = async () => {
    for (let index = next++; index < photos.length && !signal.aborted; index = next++) {
      const photo = photos[index]
      if (photo === undefined) break
      const { picture, isConverted } = await prepare(photo, order)
      pictures[index] = picture
      if (!isConverted) unconverted.add(photo.id)
      onProgress(++done / photos.length)
    }
  }
  await Promise.all(Array.from({ length: threads.count }, work))
  return { pictures, unconverted: photos.filter(({ id }) => unconverted.has(id)) }
}

async function prepare(
  photo: Photo,
  { wish, read, threads, signal }: PreparingPictures,
): Promise<{ picture: GivenPicture; isConverted: boolean }> {
  const original = await read(photo)
  if (!original.ok) {
    const reason = original.error.code === 'photo.missing' ? 'no-file' : 'not-read'
    return { picture: { photoId: photo.id, picture: reason }, isConverted: true }
  }
  const { data } = original.value
  const prepared = await preparePicture(data, wish, threads, signal)
  if (prepared.ok) return { picture: asGiven(photo, data, prepared.value), isConverted: true }
  const reason = reasonFor(prepared.error)
  const type = pictureType(data)
  const canShow = type !== null && isWebPicture(type) && wish.support.types.includes(type)
  // A picture for the web must not be one that is too large to decode.
  const mustConvert = !canShow || (wish.size === 'web' && reason === 'too-many-pixels')
  if (mustConvert) return { picture: { photoId: photo.id, picture: reason }, isConverted: true }
  return { picture: { photoId: photo.id, picture: data }, isConverted: false }
}

/** Converts a picture. One that obviously has the right form already does not need a thread. */
export async function preparePicture(
  data: Uint8Array,
  wish: PictureWish,
  threads: PictureThreads,
  signal?: AbortSignal,
): Promise<Result<PreparedPicture>> {
  const stays = mayStay(data, wish)
  return stays === null ? await threads.convert(data, wish, signal === undefined ? {} : { signal }) : stays
}

function asGiven({ id }: Photo, original: Uint8Array, prepared: PreparedPicture): GivenPicture {
  const { data, mediaType, width, height, copies } = prepared
  return { photoId: id, picture: data ?? original, mediaType, size: { width, height }, copies }
}

function reasonFor({ code }: Failure): 'damaged' | 'too-many-pixels' {
  return code === 'picture.too-many-pixels' ? 'too-many-pixels' : 'damaged'
}
