import { ok } from '../../../shared/result.ts'
import { isTimeZone } from '../../../shared/time.ts'
import { plainLineOf } from '../markdown-of.ts'
import type { ProgrammeFormat, ReadTime } from '../read-programme.ts'
import { later, readDuration, readTime } from '../read-time.ts'
import { instantAt } from '../../../shared/zone-time.ts'
import type { CalendarEvent } from './calendar/calendar-event.ts'
import { programmeOfEvents } from './calendar/programme-of-events.ts'
import { zoneNamed } from './calendar/zone-names.ts'
import { type Fields, isFields, listOf } from './json-fields.ts'
import { attributeOf, childrenOf, parseXml, rootName, textOf } from './xml.ts'

/** Calendars in XML, as Pentabarf and pretalx write them, and as RFC 6321 defines them. */
export const xcal: ProgrammeFormat = {
  id: 'xcal',
  detect: ({ text }) => rootName(text) === 'icalendar',
  parse({ text }) {
    const parsed = parseXml(text)
    if (!parsed.ok) return parsed
    const calendars = [
      ...childrenOf(parsed.value, 'iCalendar', 'vcalendar'),
      ...childrenOf(parsed.value, 'icalendar', 'vcalendar'),
    ]
    const [calendar = {}] = calendars
    const events = calendars.flatMap((one) => [
      ...childrenOf(one, 'vevent'),
      ...childrenOf(one, 'components', 'vevent'),
    ])
    const zone = valueOf(calendar, 'x-wr-timezone', 'timezone_name')
    return ok(
      programmeOfEvents(
        {
          generator: valueOf(calendar, 'prodid') || 'Pentabarf',
          title: valueOf(calendar, 'x-wr-calname', 'name', 'x-wr-caldesc'),
          url: valueOf(calendar, 'url'),
          timeZone: isTimeZone(zone) ? zone : null,
        },
        events.map(eventOf),
      ),
    )
  },
}

function eventOf(event: Fields): CalendarEvent {
  const start = timeOf(event, 'dtstart')
  return {
    uid: valueOf(event, 'uid', 'event-id', 'guid'),
    // Pentabarf's own fields come beside those of the calendar, which repeat them.
    title: valueOf(event, 'title', 'summary'),
    subtitle: valueOf(event, 'subtitle'),
    description: valueOf(event, 'description', 'comment'),
    html: '',
    location: valueOf(event, 'location'),
    categories: [...propertiesOf(event, 'categories'), ...propertiesOf(event, 'category')]
      .map(contentOf)
      .filter((category) => category !== ''),
    language: valueOf(event, 'language-code', 'language'),
    url: valueOf(event, 'url'),
    start,
    end: timeOf(event, 'dtend') ?? later(start, durationOf(valueOf(event, 'duration'))),
    attendees: propertiesOf(event, 'attendee').flatMap((attendee) => {
      const name = plainLineOf(parameterOf(attendee, 'cn') || contentOf(attendee))
      return name === '' || /^mailto:/i.test(name) ? [] : [{ name, role: '', affiliation: '' }]
    }),
    links: propertiesOf(event, 'attach').map((attach) => ({ label: '', url: contentOf(attach) })),
    isCancelled: /^cancell?ed$/i.test(valueOf(event, 'status')),
  }
}

/** Properties are children of the event, or of an element that contains them all. */
function propertiesOf(component: Fields, name: string): Fields[] {
  return [...childrenOf(component, name), ...childrenOf(component, 'properties', name)]
}

/** The text of a property: its own, or that of the element which says its type. */
function contentOf(property: Fields): string {
  const own = textOf(property).trim()
  if (own !== '') return own
  const typed = Object.entries(property).flatMap(([name, children]) =>
    name === 'parameters' || name.startsWith('@') || name.startsWith('#') ? [] : listOf(children).filter(isFields),
  )
  return typed.map((value) => textOf(value).trim()).join(', ')
}

function valueOf(component: Fields, ...names: readonly string[]): string {
  for (const name of names) {
    const text = propertiesOf(component, name)
      .map(contentOf)
      .find((content) => content !== '')
    if (text !== undefined) return text
  }
  return ''
}

function parameterOf(property: Fields, name: string): string {
  const [parameter] = childrenOf(property, 'parameters', name)
  return (parameter === undefined ? '' : contentOf(parameter)) || attributeOf(property, name)
}

function timeOf(event: Fields, name: string): ReadTime | null {
  const [property] = propertiesOf(event, name)
  if (property === undefined) return null
  const basic = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?\d\d)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(contentOf(property))
  if (basic === null) return null
  const [, year, month, day, hours, minutes, offset = ''] = basic
  const time = readTime(`${year}-${month}-${day}${hours === undefined ? '' : `T${hours}:${minutes}:00${offset}`}`)
  const zone = zoneNamed(parameterOf(property, 'tzid'))
  if (time === null || !('local' in time) || zone === null) return time
  const [date = '', clock = ''] = time.local.split('T')
  return { instant: instantAt(date, clock, zone) }
}

/** Pentabarf writes `003000`; others write `00:30` or `PT30M`. */
function durationOf(text: string): number | null {
  const digits = /^(\d\d)(\d\d)\d\d$/.exec(text)
  return digits === null ? readDuration(text) : Number(digits[1]) * 60 + Number(digits[2])
}
