import type { Trip } from '../trip.ts'
import { arrangePost, isTold } from './arrange-report.ts'
import { hasContent } from './entry-content.ts'

/**
 * Why a post has no text. `unfiled`: the report is arranged by theme, and no entry is in a section. `left-out`: every
 * entry with a text is private or left out.
 */
export type EmptyReason = 'nothing-written' | 'left-out' | 'unfiled'

/** Says why the post of a trip has no text although its journal may have some. */
export function whyEmpty(trip: Trip): { reason: EmptyReason; count: number } {
  const written = trip.entries.filter((entry) => hasContent(trip.report, entry))
  if (written.length === 0) return { reason: 'nothing-written', count: 0 }
  if (!written.some((entry) => isTold(trip.report, entry))) return { reason: 'left-out', count: written.length }
  return { reason: 'unfiled', count: arrangePost(trip).unplaced.length }
}
