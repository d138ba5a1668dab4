import { blankProgramme } from '../../electron/journal/programmes/programme-store.ts'
import type { Programme, Session } from '../../electron/shared/programme.ts'
import { addDays } from '../../electron/shared/time.ts'
import { inventSentences, inventWords, randomFrom } from './invent-words.ts'

const ROOMS = 35
const TRACKS = 60
const SPEAKERS = 900
/** Sessions are half an hour long, from 9:00 on. */
const SLOTS = 18

/** With a capital letter. */
const name = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** @param at in minutes since midnight */
const clock = (at: number) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`

/**
 * A programme as large as one of the largest conferences has.
 *
 * @param firstDay as many days follow as are needed
 */
export function inventProgramme(count: number, firstDay: string): Programme {
  const random = randomFrom(11)
  const words = inventWords(8_000, 12)
  const names = inventWords(SPEAKERS, 13)
  const rooms = Array.from({ length: ROOMS }, (_, index) => `Hall ${index + 1}`)
  const tracks = Array.from({ length: TRACKS }, () => name(inventSentences(words, 12, random)))
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? ''
  const sessions = Array.from({ length: count }, (_, index): Session => {
    const place = Math.floor(index / ROOMS)
    const day = addDays(firstDay, Math.floor(place / SLOTS))
    const minutes = 9 * 60 + (place % SLOTS) * 30
    return {
      id: crypto.randomUUID(),
      source: String(index),
      title: inventSentences(words, 50, random),
      subtitle: '',
      type: pick(['Talk', 'Lightning talk', 'Workshop']),
      track: pick(tracks),
      room: rooms[index % ROOMS] ?? '',
      language: 'en',
      start: `${day}T${clock(minutes)}:00+02:00`,
      end: `${day}T${clock(minutes + 30)}:00+02:00`,
      day,
      speakers: [{ name: `${name(pick(names))} ${name(pick(names))}`, role: '', affiliation: name(pick(names)) }],
      abstract: inventSentences(words, 1_200, random),
      links: [{ label: '', url: `https://example.org/${index}` }],
      feedbackUrl: '',
      isCancelled: false,
      isDropped: false,
    }
  })
  return {
    ...blankProgramme('2026-04-01T09:00:00Z', 'Europe/Berlin'),
    title: 'A large one',
    format: 'bench',
    rooms,
    tracks,
    sessions,
  }
}

/** What somebody types into the search, word by word: frequent and rare ones, with keys that every keyboard has. */
export function inventFilters(count: number): readonly string[] {
  const words = inventWords(8_000, 12).filter((word) => /^[a-z]+$/.test(word))
  const random = randomFrom(14)
  return Array.from({ length: count }, () => words[Math.floor(words.length ** random()) - 1] ?? 'a')
}
