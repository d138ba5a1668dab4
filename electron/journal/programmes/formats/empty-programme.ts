import type { ReadProgramme, ReadSession } from '../read-programme.ts'
import { isCancelled } from './session-fields.ts'

/** A programme that says nothing, to be filled with what a file says. */
export const emptyProgramme: ReadProgramme = {
  title: '',
  venue: '',
  city: '',
  country: '',
  url: '',
  version: '',
  timeZone: null,
  firstDay: null,
  lastDay: null,
  dayChange: '04:00',
  rooms: [],
  tracks: [],
  sessions: [],
  assumed: null,
  remarks: [],
}

/** A session of which only the title is known, to be filled with what a table says. */
export const sessionTitled = (title: string): ReadSession => ({
  source: title,
  title,
  subtitle: '',
  type: '',
  track: '',
  room: '',
  language: '',
  start: null,
  end: null,
  day: null,
  speakers: [],
  abstract: '',
  links: [],
  feedbackUrl: '',
  isCancelled: isCancelled({}, title),
})
