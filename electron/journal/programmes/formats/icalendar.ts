import { message } from '../../../shared/messages/message.ts'
import { addDays, daysBetween } from '../../../shared/time.ts'
import { fail, ok } from '../../../shared/result.ts'
import type { Speaker } from '../../../shared/trip.ts'
import { plainLineOf } from '../markdown-of.ts'
import type { ProgrammeFormat, ReadTime } from '../read-programme.ts'
import type { CalendarDetails, CalendarEvent } from './calendar/calendar-event.ts'
import { type EventTimes, eventTimes } from './calendar/event-times.ts'
import {
  type Component,
  parameterOf,
  parseCalendar,
  propertiesOf,
  type Property,
  propertyOf,
  textIn,
  textOf,
} from './calendar/parse-calendar.ts'
import { programmeOfEvents } from './calendar/programme-of-events.ts'
import { dateOf, repeatedDates } from './calendar/repeat-event.ts'
import { zoneNamed } from './calendar/zone-names.ts'

/** Calendars (`.ics`) of pretalx, Sched, Indico, FOSDEM, ics.py, Google, Outlook and others. */
export const icalendar: ProgrammeFormat = {
  id: 'icalendar',
  detect: ({ text }) => /^\s*BEGIN:VCALENDAR\b/i.test(text),
  parse({ text }) {
    const calendars = parseCalendar(text)
    if (calendars === null) return fail('programme.calendar-damaged')
    const [first] = calendars
    if (first === undefined) return fail('programme.no-sessions')
    const read = calendars.map(eventsOf)
    const unfollowed = read.reduce((sum, { unfollowed: count }) => sum + count, 0)
    const programme = programmeOfEvents(
      detailsOf(first),
      read.flatMap(({ events }) => events),
    )
    return ok({
      ...programme,
      remarks: unfollowed === 0 ? [] : [message('programme.remark-repeats', { count: unfollowed })],
    })
  },
}

function detailsOf(calendar: Component): CalendarDetails {
  const zones = calendar.components
    .filter(({ name }) => name === 'vtimezone')
    .map((zone) => zoneNamed(textOf(zone, 'tzid')))
  const [only = null, ...others] = [...new Set(zones)]
  return {
    generator: textOf(calendar, 'prodid'),
    title: textOf(calendar, 'x-wr-calname', 'name'),
    url: textOf(calendar, 'url', 'x-original-url'),
    timeZone: zoneNamed(textOf(calendar, 'x-wr-timezone', 'timezone-id')) ?? (others.length === 0 ? only : null),
  }
}

function eventsOf(calendar: Component): { events: CalendarEvent[]; unfollowed: number } {
  const times = eventTimes(calendar)
  const components = calendar.components.filter(({ name }) => name === 'vevent')
  // An occurrence that was changed stands for itself.
  const changed = new Set(
    components.flatMap((event) => {
      const at = times.read(propertyOf(event, 'recurrence-id'))
      return at === null ? [] : [`${textOf(event, 'uid')} ${momentOf(at)}`]
    }),
  )
  const dates = components.flatMap((event) => {
    const start = propertiesOf(event, 'rrule').length === 0 ? times.read(propertyOf(event, 'dtstart')) : null
    return start === null ? [] : [dateOf(start)]
  })
  const lastDay = dates.length === 0 ? null : dates.reduce((a, b) => (a > b ? a : b))
  let unfollowed = 0
  const events = components.flatMap((event): CalendarEvent[] => {
    const [rule] = propertiesOf(event, 'rrule')
    const start = times.read(propertyOf(event, 'dtstart'))
    const extra = propertiesOf(event, 'rdate')
    if (start === null || (rule === undefined && extra.length === 0)) return [eventOf(event, event, times)]
    const first = dateOf(start)
    const repeated = rule === undefined ? [first] : repeatedDates(first, rule.values[0], lastDay)
    if (repeated === null) unfollowed++
    const left = new Set(times.readAll(propertiesOf(event, 'exdate')).map(momentOf))
    const uid = textOf(event, 'uid')
    const isOverride = propertyOf(event, 'recurrence-id') !== undefined
    const isLeftOut = (date: string, occurrence: Component) => {
      const at = times.read(propertyOf(occurrence, 'dtstart'))
      return [date, ...(at === null ? [] : [momentOf(at)])].some(
        (moment) => left.has(moment) || (!isOverride && changed.has(`${uid} ${moment}`)),
      )
    }
    return [...new Set([...(repeated ?? [first]), ...times.readAll(extra).slice(0, 100).map(dateOf)])]
      .map((date) => ({ date, occurrence: movedBy(event, daysBetween(first, date)) }))
      .filter(({ date, occurrence }) => !isLeftOut(date, occurrence))
      .map(({ occurrence }) => eventOf(event, occurrence, times))
  })
  return { events, unfollowed }
}

/** Which occurrence is meant: by its moment, in whatever zone that is written, or by its date if no zone is known. */
const momentOf = (time: ReadTime) => ('instant' in time ? String(Date.parse(time.instant)) : dateOf(time))

/** The event some days later. */
function movedBy(event: Component, days: number): Component {
  if (days === 0) return event
  const properties = event.properties.map((property) =>
    property.name === 'dtstart' || property.name === 'dtend'
      ? { ...property, values: property.values.map((value) => laterDate(value, days)) }
      : property,
  )
  return { ...event, properties }
}

function laterDate(value: unknown, days: number): unknown {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value)) return value
  return addDays(value.slice(0, 10), days) + value.slice(10)
}

function eventOf(event: Component, timed: Component, times: EventTimes): CalendarEvent {
  const start = times.read(propertyOf(timed, 'dtstart'))
  const html = propertyOf(event, 'x-alt-desc')
  return {
    uid: textOf(event, 'uid'),
    title: textOf(event, 'summary'),
    subtitle: textOf(event, 'x-subtitle'),
    // Google wraps what is HTML.
    description: textOf(event, 'description').replaceAll(/<\/?html-blob>/gi, ''),
    html: html === undefined ? '' : textIn(html),
    location: textOf(event, 'location'),
    categories: propertiesOf(event, 'categories').flatMap((property) =>
      property.values.filter((value) => typeof value === 'string' && value.trim() !== '').map(String),
    ),
    language: textOf(event, 'x-language') || languageOfTitle(propertyOf(event, 'summary')),
    url: textOf(event, 'url'),
    start,
    end: times.end(timed, start),
    attendees: propertiesOf(event, 'attendee').flatMap(speakerOf),
    links: propertiesOf(event, 'attach')
      .map((property) => ({ label: parameterOf(property, 'filename'), url: textIn(property) }))
      .filter(({ url }) => /^https?:/i.test(url)),
    isCancelled: /^cancell?ed$/i.test(textOf(event, 'status')),
  }
}

function languageOfTitle(title: Property | undefined): string {
  return title === undefined ? '' : parameterOf(title, 'language')
}

/** An attendee is a speaker, unless they were invited by mail, or are a room. */
function speakerOf(attendee: Property): Speaker | [] {
  const name = plainLineOf(parameterOf(attendee, 'cn'))
  const isInvited =
    /^mailto:/i.test(textIn(attendee)) && ['partstat', 'rsvp'].some((key) => parameterOf(attendee, key) !== '')
  const isThing = /^(?:room|resource)$/i.test(parameterOf(attendee, 'cutype'))
  return name === '' || isInvited || isThing || name.includes('@') ? [] : { name, role: '', affiliation: '' }
}
