import type { Speaker } from '../../../../shared/trip.ts'
import { plainLineOf } from '../../markdown-of.ts'
import { speakersAt, speakersListed } from './names-in-titles.ts'
import type { CalendarDetails, CalendarEvent, ToldEvent } from './calendar-event.ts'

/** Where the programs that write calendars put what calendars have no fields for. */
interface Generator {
  readonly wrote: (calendar: CalendarDetails, event: CalendarEvent) => boolean
  readonly tell: (event: CalendarEvent) => ToldEvent
}

const generators: readonly Generator[] = [
  { wrote: ({ generator }) => /\/\/pretalx\/\//i.test(generator), tell: tellPretalx },
  {
    wrote: ({ generator }, { url }) =>
      /sched\.(?:com|org)\/event\//i.test(url) || /sched\.(?:com|org)/i.test(generator),
    tell: tellSched,
  },
  { wrote: (_, { description }) => /^Section: .*\nKind: /.test(description), tell: tellPycon },
]

/** Tells title, kind, speakers and description of an event apart. */
export function tellEvent(calendar: CalendarDetails, event: CalendarEvent): ToldEvent {
  const told = (generators.find(({ wrote }) => wrote(calendar, event))?.tell ?? tellOthers)(event)
  return event.attendees.length > 0 ? { ...told, speakers: event.attendees } : told
}

/** "Title - Ada Lovelace, Grace Hopper"; the dash is there even if there are no speakers. */
function tellPretalx(event: CalendarEvent): ToldEvent {
  const { title, tail } = atLastDash(event.title)
  const speakers = speakersListed(tail ?? '')
  return { ...plain(event), title, speakers }
}

/** "Title - Ada Lovelace, Analytical Engines; Grace Hopper, Navy". A dash alone is part of the title. */
function tellSched(event: CalendarEvent): ToldEvent {
  const { title, tail } = atLastDash(event.title)
  const speakers = tail === null || !/[,;&]/.test(tail) || /^\d/.test(tail) ? [] : speakersAt(tail)
  // "Lunch - Vegan, Vegetarian & Meat" names nobody.
  const isMeal = /^(?:lunch|breakfast|dinner|coffee|(?:\w+ )?break|reception|registration)\b/i.test(title)
  if (speakers.length === 0 || isMeal) return tellOthers(event)
  return { ...plain(event), title, speakers }
}

/** "[talk] Title", and a description with section, kind and name above it and speakers with their biographies below. */
function tellPycon(event: CalendarEvent): ToldEvent {
  const [head = '', ...rest] = event.description.split(/(?:^|\n)Speakers?:\n/)
  const [, kind = ''] = /^Kind: (.*)$/m.exec(head) ?? []
  const description = head.replace(/^(?:Section|Kind|Name): .*$/gm, '').replace(/^\s*https?:\/\/\S+\s*$/m, '')
  const title = plainLineOf(event.title).replace(/^\[[^\]]{1,40}\]\s*/, '')
  return { title, type: plainLineOf(kind), speakers: rest.flatMap(betweenBiographies), description }
}

/** The lines outside the elements of biographies. */
function betweenBiographies(text: string): Speaker[] {
  const lines: string[] = []
  let inside = ''
  for (const line of text.split('\n')) {
    const [, opened = ''] = /^\s*<([a-z][a-z\d]*)/i.exec(line) ?? []
    if (inside === '' && opened === '' && line.trim() !== '') lines.push(line)
    if (inside === '') inside = opened
    if (inside !== '' && line.toLowerCase().includes(`</${inside.toLowerCase()}>`)) inside = ''
  }
  return lines.map(plainLineOf).flatMap((line) => {
    const hosts = line.replace(/^Hosted by\s+/i, '')
    return hosts === line ? [{ name: line, role: '', affiliation: '' }] : speakersListed(hosts)
  })
}

const speakerLine =
  /^(?:\s|<[^<>]*>)*(?:speakers?|presenters?|referent(?:in|en|innen)?|sprecher(?:in|innen)?|intervenante?s?|ponentes?|relator[ei])\s*:(?:[ \t]|&nbsp;|<\/?(?:b|i|em|strong|span)\b[^<>]*>)*\n?(.+?)(?:\n|<br\s*\/?>|<\/(?:p|div|li)>|$)/i

/** Indico and others write "Speakers: Ada Lovelace (Analytical Engines), Grace Hopper" above the description. */
function tellOthers(event: CalendarEvent): ToldEvent {
  const named = speakerLine.exec(event.description)
  if (named === null) return plain(event)
  const [whole, names = ''] = named
  const speakers = speakersListed(plainLineOf(names))
  const { title, tail } = atLastDash(event.title)
  const known = new Set(speakers.map(({ name }) => name))
  const isRepeated = tail !== null && tail !== '' && speakersListed(tail).every(({ name }) => known.has(name))
  return {
    ...plain(event),
    ...(isRepeated && { title }),
    speakers,
    description: event.description.slice(named.index + whole.length),
  }
}

function plain(event: CalendarEvent): ToldEvent {
  return { title: plainLineOf(event.title), type: '', speakers: [], description: event.description }
}

/** The title before the last dash, and what is behind it; `null` without a dash. */
function atLastDash(written: string): { title: string; tail: string | null } {
  const line = plainLineOf(written)
  const dashed = /^(.*\S)\s[-–—](?:\s(.*))?$/.exec(line)
  return dashed === null ? { title: line, tail: null } : { title: dashed[1] ?? '', tail: dashed[2] ?? '' }
}
