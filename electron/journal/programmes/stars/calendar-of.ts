import ICAL from 'ical.js'
import type { Session } from '../../../shared/programme.ts'

/** As much of an abstract as a calendar shows, in UTF-16 units. */
const LONGEST_DESCRIPTION = 2000

/**
 * Makes a calendar of sessions for a phone: RFC 5545, with all times in UTC, which every calendar understands without a
 * table of zones. Sessions without a start are left out.
 *
 * @param title the name of the calendar
 * @param at when it is made
 */
export function calendarOf(sessions: readonly Session[], title: string, at: string): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.updatePropertyWithValue('version', '2.0')
  calendar.updatePropertyWithValue('prodid', '-//Lanyard//EN')
  // Not in RFC 5545, but Apple's and Google's calendars show it.
  calendar.updatePropertyWithValue('x-wr-calname', title)
  for (const session of sessions) {
    if (session.start !== null) calendar.addSubcomponent(eventOf(session, session.start, at))
  }
  return `${calendar.toString()}\r\n`
}

function eventOf(session: Session, start: string, at: string): ICAL.Component {
  const { id, title, room, end, links } = session
  const event = new ICAL.Component('vevent')
  // The same session replaces itself when a phone reads a newer file.
  event.updatePropertyWithValue('uid', `${id}@lanyard.invalid`)
  event.updatePropertyWithValue('dtstamp', utc(at))
  event.updatePropertyWithValue('dtstart', utc(start))
  if (end !== null) event.updatePropertyWithValue('dtend', utc(end))
  event.updatePropertyWithValue('summary', title)
  if (room !== '') event.updatePropertyWithValue('location', room)
  const description = describe(session)
  if (description !== '') event.updatePropertyWithValue('description', description)
  const [link] = links
  if (link !== undefined) event.updatePropertyWithValue('url', link.url)
  return event
}

const utc = (instant: string): ICAL.Time => ICAL.Time.fromJSDate(new Date(instant), true)

function describe({ speakers, abstract }: Session): string {
  const names = speakers.map(({ name }) => name).join(', ')
  const text = abstract.length > LONGEST_DESCRIPTION ? `${abstract.slice(0, LONGEST_DESCRIPTION).trimEnd()}…` : abstract
  return [names, text].filter((part) => part !== '').join('\n\n')
}
