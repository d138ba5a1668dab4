import { instantAt } from '../../electron/shared/zone-time.ts'
import { addDays } from '../../electron/shared/time.ts'
import type { Session } from '../../electron/shared/programme.ts'

/** The fields of one's own session as they are typed. */
export interface OwnSessionForm {
  title: string
  day: string
  /** `HH:MM`, or empty. */
  start: string
  end: string
  room: string
  /** With commas between them. */
  speakers: string
}

/**
 * The session of a form.
 *
 * @param before the session that is edited; `null` for a new one
 */
export function sessionOfForm(form: OwnSessionForm, before: Session | null, timeZone: string): Session {
  const { title, day, start, end, room, speakers } = form
  // A dinner that ends before it begins ends on the next day.
  const endDay = end <= start ? addDays(day, 1) : day
  const names = speakers
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const known = new Map(before?.speakers.map((speaker) => [speaker.name, speaker]))
  return {
    ...(before ?? blank()),
    title: title.trim(),
    day,
    start: start === '' ? null : instantAt(day, start, timeZone),
    end: start === '' || end === '' ? null : instantAt(endDay, end, timeZone),
    room: room.trim(),
    speakers: names.map((name) => known.get(name) ?? { name, role: '', affiliation: '' }),
  }
}

const blank = (): Omit<Session, 'title' | 'day' | 'start' | 'end' | 'room' | 'speakers'> => ({
  id: crypto.randomUUID(),
  source: '',
  subtitle: '',
  type: '',
  track: '',
  language: '',
  abstract: '',
  links: [],
  feedbackUrl: '',
  isCancelled: false,
  isDropped: false,
})
