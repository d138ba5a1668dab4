import { markdownOf, plainLineOf } from '../../markdown-of.ts'
import type { ReadProgramme, ReadSession } from '../../read-programme.ts'
import { emptyProgramme } from '../empty-programme.ts'
import { isCancelled, languageOf } from '../session-fields.ts'
import type { CalendarDetails, CalendarEvent } from './calendar-event.ts'
import { tellEvent } from './generators.ts'
import { type Places, placesOf } from './places.ts'

/** Makes a programme of a calendar's events. */
export function programmeOfEvents(calendar: CalendarDetails, events: readonly CalendarEvent[]): ReadProgramme {
  const places = placesOf(events.map(({ location }) => plainLineOf(location)))
  const sessions = events.map((event) => sessionOf(calendar, event, places))
  return {
    ...emptyProgramme,
    title: plainLineOf(calendar.title),
    venue: places.venue,
    url: calendar.url,
    timeZone: calendar.timeZone,
    rooms: sessions.map(({ room }) => room),
    tracks: sessions.map(({ track }) => track),
    sessions,
  }
}

function sessionOf(calendar: CalendarDetails, event: CalendarEvent, places: Places): ReadSession {
  const told = tellEvent(calendar, event)
  const { title, type, speakers } = told
  // Indico and others end the description with the address of the page.
  const text = told.description.trimEnd()
  const [ending = '', last = ''] = /(?:^|\n)[ \t]*(https?:\/\/[^\s<>]+)$/.exec(text) ?? []
  const isPage = last !== '' && (event.url === '' || event.url === last)
  const description = isPage ? text.slice(0, text.length - ending.length) : text
  const isKind = /pentabarf|pretalx/i.test(calendar.generator)
  const categories = event.categories.map(plainLineOf).join(', ')
  const location = plainLineOf(event.location)
  return {
    source: event.uid || title,
    title,
    subtitle: plainLineOf(event.subtitle),
    // Pentabarf and pretalx have kinds where others have tracks.
    type: type || (isKind ? categories : ''),
    track: isKind ? '' : categories,
    room: location === '' ? '' : places.roomOf(location),
    language: languageOf(event.language),
    start: event.start,
    end: event.end,
    day: null,
    speakers: [...speakers],
    abstract: markdownOf(event.html.includes('<') ? event.html : description),
    links: [{ label: '', url: event.url || (isPage ? last : '') }, ...event.links].filter(({ url }) => url !== ''),
    feedbackUrl: '',
    isCancelled: event.isCancelled || isCancelled({}, title),
  }
}
