import type { Photo, Trip } from '../../shared/trip.ts'
import { gatherClashes } from './clashes.ts'
import { mergeOrder } from './merge-order.ts'
import { mergeWords } from './merge-value.ts'
import { on, type Sides } from '../trip-file/sides.ts'

/** Something that somebody wrote for which the trip has one place, from the side whose text is not in that place. */
export interface LostWords {
  /** How a note calls it: "caption of a picture". */
  field: string
  text: string
}

/** Merges what is said about pictures. The pictures of both sides are in: their files are there as well. */
export function mergePhotos(sides: Sides<Trip>, lost: LostWords[]): Photo[] {
  const byId = on(sides, (trip) => new Map(trip.photos.map((photo) => [photo.id, photo])))
  const ids = on(sides, (trip) => trip.photos.map((photo) => photo.id))
  return mergeOrder(ids, new Set([...ids.newer, ...ids.older])).flatMap((id) => {
    const [newer, older] = [byId.newer.get(id), byId.older.get(id)]
    if (newer === undefined || older === undefined) return newer ?? older ?? []
    return mergePhoto({ base: byId.base?.get(id), newer, older }, lost)
  })
}

function mergePhoto(sides: Sides<Photo>, lost: LostWords[]): Photo {
  const { newer, older } = sides
  const clashes = gatherClashes<LostWords>()
  const merged = {
    ...newer,
    caption: clashes.take(mergeWords(on(sides, (photo) => photo.caption)), words('caption', older.caption)),
    alt: clashes.take(mergeWords(on(sides, (photo) => photo.alt)), words('description', older.alt)),
    credit: clashes.take(mergeWords(on(sides, (photo) => photo.credit)), words('credit', older.credit)),
  }
  lost.push(...clashes.lost)
  return merged
}

function words(what: string, text: string): LostWords {
  return { field: `${what} of a picture`, text }
}
