import { compareInstants } from '../time.ts'
import type { Entry } from '../trip.ts'

/**
 * Inserts an entry into its day by its time: before the first entry that begins later. An entry without a time goes to
 * the end of its day.
 *
 * @param entries without the entry
 */
export function placeByTime(entries: readonly Entry[], entry: Entry): Entry[] {
  const { start } = entry
  const later =
    start === null
      ? undefined
      : entries.find(
          (other) => other.day === entry.day && other.start !== null && compareInstants(other.start, start) > 0,
        )
  return later === undefined ? placeAtEnd(entries, entry) : placeBefore(entries, entry, later.id)
}

/** Inserts an entry at the end of its day; if the day is empty, after the days before it. */
export function placeAtEnd(entries: readonly Entry[], entry: Entry): Entry[] {
  const sameDay = entries.findLastIndex((other) => other.day === entry.day)
  const index = sameDay === -1 ? entries.findLastIndex((other) => other.day < entry.day) : sameDay
  return entries.toSpliced(index + 1, 0, entry)
}

/** Inserts an entry right before another; at the end of its day if that day does not have the other entry. */
export function placeBefore(entries: readonly Entry[], entry: Entry, before: string): Entry[] {
  const index = entries.findIndex((other) => other.id === before && other.day === entry.day)
  return index === -1 ? placeAtEnd(entries, entry) : entries.toSpliced(index, 0, entry)
}
