import type { ReadProgramme } from '../read-programme.ts'

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
