const clock = String.raw`(\d{1,2})(?::|h)(\d{2})(?:\s?(am|pm|uhr))?`
const leading = new RegExp(
  String.raw`^[([]?${clock}(?:\s*(?:-|–|—|to|bis|à)\s*${clock})?[)\]]?\s*(?:[:|,·]|[-–—]\s)?\s*(?=\S)`,
  'i',
)

export interface Timed {
  /** `HH:MM`; `null` if there is no time. */
  start: string | null
  end: string | null
  rest: string
}

/** Takes the times off the beginning of a heading: "10:45–11:15 State of ML". */
export function takeTimes(words: string): Timed {
  const match = leading.exec(words)
  const start = match === null ? null : toClock(match[1], match[2], match[3] ?? match[6])
  if (match === null || start === null) return { start: null, end: null, rest: words }
  return { start, end: toClock(match[4], match[5], match[6]), rest: words.slice(match[0].length) }
}

function toClock(hours: string | undefined, minutes: string | undefined, half: string | undefined): string | null {
  if (hours === undefined || minutes === undefined) return null
  const isAfternoon = half?.toLowerCase() === 'pm' && Number(hours) < 12
  const isMidnight = half?.toLowerCase() === 'am' && Number(hours) === 12
  const hour = Number(hours) + (isAfternoon ? 12 : 0) - (isMidnight ? 12 : 0)
  if (hour > 23 || Number(minutes) > 59) return null
  return `${String(hour).padStart(2, '0')}:${minutes}`
}
