import { sessionIdOf } from '../../electron/journal/programmes/resolve-programme.ts'
import type { Programme, Session } from '../../electron/shared/programme.ts'
import { addDays } from '../../electron/shared/time.ts'
import { instantAt } from '../../electron/shared/zone-time.ts'

/** What an organiser does to a programme. */
export interface Upheaval {
  seed: number
  /** Whether each identity is another one, or goes to another session. */
  identities: 'kept' | 'new' | 'exchanged'
  /** The share of titles that are edited. */
  titles: number
  rooms: 'kept' | 'renamed' | 'exchanged'
  /** The share of sessions that get another room. */
  otherRooms: number
  /** By how many days the conference is moved. */
  days: number
}

/** Changes a programme. @returns the new programme, and for each old session's id the session that it is now */
export function scramble(programme: Programme, upheaval: Upheaval) {
  const random = randomFrom(upheaval.seed)
  const sources = sourcesOf(programme, upheaval, random)
  const rooms = roomsOf(programme, upheaval, random)
  const truth = new Map<string, Session>()
  const sessions = programme.sessions.map((session, index): Session => {
    const source = sources[index] ?? ''
    const room = random() < upheaval.otherRooms ? pick(programme.rooms, random) : rooms.get(session.room)
    const changed = {
      ...moved(session, upheaval.days, programme.timeZone),
      source,
      id: sessionIdOf(source),
      title: random() < upheaval.titles ? edited(session.title, random) : session.title,
      room: room ?? session.room,
    }
    truth.set(session.id, changed)
    return changed
  })
  return { next: { ...programme, sessions: shuffled(sessions, random) }, truth }
}

function sourcesOf({ sessions }: Programme, { identities }: Upheaval, random: () => number): string[] {
  const sources = sessions.map(({ source }) => source)
  if (identities === 'kept') return sources
  if (identities === 'exchanged') return shuffled(sources, random)
  return sources.map((_, index) => `${index}-${random().toString(36).slice(2)}`)
}

function roomsOf(programme: Programme, upheaval: Upheaval, random: () => number): Map<string, string> {
  const { rooms } = programme
  const others = shuffled(rooms, random)
  return new Map(
    rooms.map((room, index) => {
      if (upheaval.rooms === 'kept') return [room, room]
      return [room, upheaval.rooms === 'renamed' ? `Room ${index}` : (others[index] ?? room)]
    }),
  )
}

function moved(session: Session, days: number, timeZone: string): Session {
  const later = (instant: string | null) => {
    if (instant === null) return null
    return instantAt(addDays(instant.slice(0, 10), days), instant.slice(11, 16), timeZone)
  }
  const { start, end, day } = session
  return { ...session, start: later(start), end: later(end), day: day === null ? null : addDays(day, days) }
}

const fillers = ['Live', 'Remote', 'Revised', 'Encore', 'Extended']

function edited(title: string, random: () => number): string {
  const words = title.split(' ')
  const at = Math.floor(random() * words.length)
  const way = Math.floor(random() * 6)
  if (way === 0) return `[${pick(fillers, random)}] ${title}`
  if (way === 1) return `${title} (${pick(fillers, random)})`
  if (way === 2) return title.toUpperCase()
  if (way === 3 && words.length > 2) return words.toSpliced(at, 1).join(' ')
  if (way === 4 && words.length > 2) return words.toSpliced(at, 1, pick(fillers, random)).join(' ')
  const cut = Math.floor(random() * title.length)
  return `${title.slice(0, cut)}${title.slice(cut + 1)}x`
}

function pick<T>(list: readonly T[], random: () => number): T {
  const item = list[Math.floor(random() * list.length)]
  if (item === undefined) throw new Error('There is nothing to pick.')
  return item
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => ({ item, key: random() }))
    .toSorted((one, other) => one.key - other.key)
    .map(({ item }) => item)
}

/** Mulberry32: numbers from 0 to 1 that are the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
