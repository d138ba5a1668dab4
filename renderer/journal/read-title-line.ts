import { readClock } from './read-clock.ts'

/** What a title line says besides the title. */
export interface TitleLine {
  title: string
  speakers: readonly string[]
  /** Empty if the line names none. */
  room: string
  /** `HH:MM`; `null` if the line names none. */
  start: string | null
  end: string | null
}

const times = /\s(\d{1,2}[:.h]\d{2})(?:\s*[-–]\s*(\d{1,2}[:.h]\d{2}))?$/u
const roomPart = /(?:^|\s)@\s*([^@/]{1,60})$/u
const speakerPart = /\s\/\s+([^/]+)$/u

/** Words inside a name that are not capitalised. */
const particles = new Set(['al', 'bin', 'da', 'de', 'del', 'den', 'der', 'di', 'dos', 'du', 'el', 'la', 'le', 'of'])
for (const word of ['ten', 'ter', 'van', 'von', 'y', 'zu']) particles.add(word)

/** Whether a text could be the name of a person. Scripts without capitals are not excluded. */
function looksLikeName(text: string): boolean {
  const words = text.split(/\s+/)
  return words.length <= 5 && words.every((word) => particles.has(word) || /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word))
}

/**
 * Reads a title with speakers, room and time, as in a programme: "State of ML / Oleh Kostromin, Jane Doe @Europium
 * 10:45". Returns `null` if there is nothing but a title.
 */
export function readTitleLine(line: string): TitleLine | null {
  let rest = line.trim()
  const timed = times.exec(rest)
  const start = timed === null ? null : readClock(timed[1] ?? '')
  const end = timed?.[2] === undefined ? null : readClock(timed[2])
  if (timed !== null && start !== null) rest = rest.slice(0, timed.index).trimEnd()
  const roomed = roomPart.exec(rest)
  const room = roomed?.[1]?.trim() ?? ''
  if (roomed !== null) rest = rest.slice(0, roomed.index).trimEnd()
  const spoken = speakerPart.exec(rest)
  const names = spoken?.[1]?.split(/\s*(?:[,;&]|\sand\s)\s*/u).filter(Boolean) ?? []
  const speakers = names.every(looksLikeName) ? names.map((name) => name.trim()) : []
  if (speakers.length > 0 && spoken !== null) rest = rest.slice(0, spoken.index).trimEnd()
  // A time alone may well belong to the title.
  if (rest === '' || (speakers.length === 0 && room === '')) return null
  return { title: rest, speakers, room, start, end }
}
