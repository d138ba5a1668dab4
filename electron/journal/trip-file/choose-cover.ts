import type { Photo, Trip } from '../../shared/trip.ts'
import { mentionedPhotos } from '../report/mentioned-photos.ts'

/** Maximum size of a cover, in bytes: larger than the pictures of phones. A card is not worth reading more. */
const MAX_COVER_BYTES = 16 * 1024 * 1024

/**
 * The picture on the card of a trip: the one that its owner chose, or else the first one in its entries by day, or else
 * in the texts of its report. Unless they were chosen, pictures of private entries are left out, because others may see
 * the list of trips.
 *
 * @returns its id, or `null`
 */
export function chooseCover(trip: Trip): string | null {
  const photos = new Set(trip.photos.filter(mayBeCover).map(({ id }) => id))
  const { cover: chosen = null } = trip
  if (chosen !== null && photos.has(chosen)) return chosen
  if (photos.size === 0) return null
  for (const text of textsOf(trip)) {
    const cover = mentionedPhotos(text).find((id) => photos.has(id))
    if (cover !== undefined) return cover
  }
  return null
}

/** Most GIFs move, and cards must not. */
function mayBeCover({ mediaType, bytes }: Photo): boolean {
  return mediaType !== 'image/gif' && bytes <= MAX_COVER_BYTES
}

function* textsOf({ entries, report }: Trip): Generator<string> {
  const told = entries.filter((entry) => !entry.private)
  for (const { text } of told.toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))) yield text
  yield report.lead
  for (const { text = '' } of report.sections) yield text
  yield report.closing.text
}
