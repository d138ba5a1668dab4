import type { Verification } from '../../electron/shared/verification.ts'
import { sayBytes } from '../format/bytes.ts'
import { sayCount } from '../format/trips.ts'

/** What was read: "2 trips, 41 entries, 9 pictures and 30 earlier versions, 3.5 MB in all." */
export function sayRead({ trips, entries, pictures, versions, inTrash, bytes }: Verification): string {
  const parts = [
    sayCount(trips, 'trip', 'trips'),
    sayCount(entries, 'entry', 'entries'),
    ...(pictures === 0 ? [] : [sayCount(pictures, 'picture', 'pictures')]),
    ...(versions === 0 ? [] : [sayCount(versions, 'earlier version', 'earlier versions')]),
    ...(inTrash === 0 ? [] : [`${sayCount(inTrash, 'trip', 'trips')} in the trash`]),
  ]
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}, ${sayBytes(bytes)} in all.`
}

/** How it went, in a sentence. */
export function sayVerdict(problems: number, notes: number): string {
  if (problems > 0) return `${sayCount(problems, 'problem was', 'problems were')} found.`
  return notes === 0 ? 'Everything is as it should be.' : 'Nothing is damaged or missing.'
}
