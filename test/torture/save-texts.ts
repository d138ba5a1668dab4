import { newTrip } from '../../electron/journal/edits/new-trip.ts'
import { newEntry } from '../../electron/shared/entries/new-entry.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { someTrip } from '../support/trips.ts'

/* Saves numbered texts as fast as possible, so that the content of the disk shows which saves are in it. */

/** The number of entries in the trip. It is even, so that each is written by one of the {@link WRITERS}, in order. */
export const ENTRIES = 100
/** Number of saves that are in progress at any time. */
export const WRITERS = 2

/** The text of the save with that number, of about the given length; every line of it is unique. */
export function textOf(number: number, length: number): string {
  return `Save ${number}.\n${`A line of save ${number}, as it was typed.\n`.repeat(length / 32)}`.slice(0, length)
}

/** A trip of about the given size in bytes, in which each entry holds the save of its own index. */
export function tripToSaveIn(bytes: number): { trip: Trip; textLength: number } {
  const textLength = Math.round(bytes / ENTRIES)
  const entries = Array.from({ length: ENTRIES }, (_, index) => ({
    ...newEntry('note', `2026-04-${14 + Math.floor((index * 3) / ENTRIES)}`, null),
    text: textOf(index, textLength),
  }))
  return { trip: { ...newTrip(someTrip({ title: 'A long one' })), entries }, textLength }
}

export interface Kept {
  /** Acknowledged saves that are neither there nor replaced by a later save of their entry. */
  lost: number
  /** The highest number that is there. */
  last: number
  /** Content that is there but was never saved. */
  faults: string[]
}

/** Compares the content of the disk with what was acknowledged. */
export function compareTexts(
  trip: Trip,
  entryIds: readonly string[],
  textLength: number,
  acknowledged: readonly number[],
): Kept {
  const there = new Map(trip.entries.map((entry) => [entry.id, entry.text]))
  const kept: Kept = { lost: 0, last: 0, faults: [] }
  const numbers = entryIds.map((id, index) => {
    const text = there.get(id)
    const number = Number(/^Save (\d+)\./.exec(text ?? '')?.[1] ?? NaN)
    if (text === undefined) kept.faults.push(`entry ${index} is not there`)
    else if (text !== textOf(number, textLength))
      kept.faults.push(`the text of entry ${index} is not one that was saved`)
    else if (number % ENTRIES !== index) kept.faults.push(`entry ${index} has the text of another`)
    kept.last = Math.max(kept.last, number || 0)
    return number
  })
  kept.lost = acknowledged.filter((number) => !((numbers[number % ENTRIES] ?? NaN) >= number)).length
  return kept
}
