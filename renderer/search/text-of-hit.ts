import { entryPart, type PartId, sectionPart } from '../../electron/shared/report/post-places.ts'
import type { Hit } from '../../electron/shared/search.ts'
import type { Report, Trip } from '../../electron/shared/trip.ts'
import { partText, type PartText } from '../report/part-text.ts'

/** A text of the report, and the part of the post that it is. */
interface FoundText extends PartText {
  part: PartId
}

/** The parts whose texts are in a field of the search. */
function partsIn({ sections, entries }: Report, field: Hit['field']): PartId[] {
  if (field === 'closing') return ['closing']
  if (field === 'lead') return ['lead', ...sections.map(({ id }) => sectionPart(id))]
  if (field !== 'detail') return []
  return Object.entries(entries).flatMap(([id, { excerpt }]) => (excerpt === null ? [] : entryPart(id)))
}

/**
 * The text of the report that a hit is in.
 *
 * @param words the words of the hit as they are written
 * @returns `null` if it is in a field, or if the words are not there any more
 */
export function textOfHit(trip: Trip, { field }: Hit, words: readonly string[]): FoundText | null {
  const [first] = words
  if (first === undefined) return null
  const texts = partsIn(trip.report, field).flatMap((part): FoundText[] => {
    const shown = partText(trip, part)
    return shown?.text.includes(first) ? [{ ...shown, part }] : []
  })
  return texts.find(({ text }) => words.every((word) => text.includes(word))) ?? texts[0] ?? null
}
