import { newTrip } from '../../electron/journal/edits/new-trip.ts'
import { newEntry } from '../../electron/shared/entries/new-entry.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { someTrip } from '../support/trips.ts'

const sentences = [
  'The keynote began with a sandwich and ended with a question about *who keeps the keys*.',
  'Nobody had expected the demo to work, least of all the speaker, and it worked.',
  'See [the slides](https://example.org/slides) for the diagram with the three boxes.',
  '“Very, very few of you need this”, she said, and the room went quiet.',
  'There were **two** trains, one tram and a long walk along the river – in the rain.',
]

/** Some paragraphs, a list and a quote, of about the given length; the same for the same seed. */
export function inventText(length: number, seed: number): string {
  // No two texts begin alike, so that nothing cached for one can be used for another.
  const parts = [`Text ${seed}, as it was typed.`]
  let size = 0
  for (let index = seed; size < length; index++) {
    const sentence = (offset: number) => sentences[(index + offset) % sentences.length] ?? ''
    const part =
      index % 5 === 3
        ? `- First: ${sentence(0)}\n- Second: ${sentence(1)}`
        : index % 7 === 5
          ? `> ${sentence(2)}`
          : `${sentence(0)} ${sentence(1)} ${sentence(3)}`
    parts.push(part)
    size += part.length + 2
  }
  return parts.join('\n\n').slice(0, length).trimEnd()
}

/** A trip as somebody may have it after a long year, with a number of entries, each of about the given length. */
export function inventTrip(title: string, entries: number, textLength: number): Trip {
  const trip = newTrip(someTrip({ title, tags: ['bench'] }))
  return {
    ...trip,
    entries: Array.from({ length: entries }, (_, index) => {
      const entry = newEntry(
        index % 3 === 0 ? 'talk' : 'note',
        `2026-04-${14 + Math.floor((index * 3) / entries)}`,
        null,
      )
      return { ...entry, title: `Entry ${index + 1}`, text: inventText(textLength, index) }
    }),
  }
}
