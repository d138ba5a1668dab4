import type { TripText } from '../../shared/history.ts'
import type { Photo, Trip } from '../../shared/trip.ts'
import { gatherClashes } from './clashes.ts'
import { mergeOrder } from './merge-order.ts'
import { mergeWords } from './merge-value.ts'
import { on, type Sides } from '../trip-file/sides.ts'

/** A text of the older side that the newer side replaced, because the trip has only one place for it. */
export interface LostWords {
  of: TripText
  /** The day, if the text is the heading of one. */
  day?: string
  text: string
}

/** Merges the pictures. The result has those of both sides, because the files of both are in the folder. */
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
    caption: clashes.take(mergeWords(on(sides, (photo) => photo.caption)), { of: 'caption', text: older.caption }),
    alt: clashes.take(mergeWords(on(sides, (photo) => photo.alt)), { of: 'alt', text: older.alt }),
    credit: clashes.take(mergeWords(on(sides, (photo) => photo.credit)), { of: 'credit', text: older.credit }),
  }
  lost.push(...clashes.lost)
  return merged
}
