import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newEntry } from '../../electron/shared/entries/new-entry.ts'
import type { Programme, Session } from '../../electron/shared/programme.ts'
import { instantAt } from '../../electron/shared/zone-time.ts'
import type { Entry, EntryKind, Section, Trip } from '../../electron/shared/trip.ts'
import { newTrip } from '../../electron/journal/edits/new-trip.ts'

/*
 * Trip reports with the programmes of their conferences, written for tests: see test/fixtures/check. A line before the
 * dashes is a detail or a session, one that begins with a number sign begins a section or an entry.
 */

export interface ReportWithProgramme {
  name: string
  trip: Trip
  programme: Programme
}

const folder = join(import.meta.dirname, '../fixtures/check')

export function reportsWithProgrammes(): ReportWithProgramme[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => parseReport(name, readFileSync(join(folder, name), 'utf8')))
}

const cells = (text: string) => text.split('|').map((cell) => cell.trim())
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

function parseReport(name: string, source: string): ReportWithProgramme {
  const [head = '', body = ''] = source.split('\n---\n')
  const lines = head.split('\n').map((line) => /^(\w+): (.*)$/.exec(line)?.slice(1) ?? ['', ''])
  const [title = '', place = '', days = '', timeZone = '', language = '', arrangement] = cells(
    lines.find(([key]) => key === 'trip')?.[1] ?? '',
  )
  const [venue = '', city = '', country = ''] = place.split(', ')
  const [firstDay = '', lastDay = ''] = days.split(' ')
  const tags = (lines.find(([key]) => key === 'tags')?.[1] ?? '').split(', ')
  const sessions = lines.flatMap(([key, value = ''], index) =>
    key === 'session' ? [toSession(cells(value), index, timeZone)] : [],
  )
  const { lead, entries, sections } = parseBody(body, sessions)
  const details = { title, venue, city, country, firstDay, lastDay, timeZone, language, tags }
  const trip = { ...newTrip({ ...details, authors: [] }), entries }
  const isByTheme = arrangement === 'theme'
  const report = { ...trip.report, lead, sections, arrangement: isByTheme ? ('theme' as const) : ('day' as const) }
  return { name, trip: { ...trip, report }, programme: toProgramme(title, timeZone, sessions) }
}

function toSession([when = '', room = '', title = '', speakers = '']: string[], index: number, zone: string): Session {
  const [day = '', clock = ''] = when.split(' ')
  return {
    id: idOf(index),
    source: String(index),
    title,
    subtitle: '',
    type: 'Talk',
    track: '',
    room,
    language: '',
    start: instantAt(day, clock, zone),
    end: null,
    day,
    abstract: '',
    links: [],
    feedbackUrl: '',
    isCancelled: false,
    isDropped: false,
    speakers: speakers.split('; ').map((name) => ({ name, role: '', affiliation: '' })),
  }
}

function toProgramme(title: string, timeZone: string, sessions: Session[]): Programme {
  return {
    title,
    url: '',
    version: '',
    format: 'test',
    address: '',
    fileName: '',
    importedAt: '2026-01-01T00:00:00Z',
    timeZone,
    rooms: [...new Set(sessions.map(({ room }) => room))],
    tracks: [],
    sessions,
    changed: {},
  }
}

function parseBody(body: string, sessions: readonly Session[]) {
  const [lead = '', ...parts] = body.split(/^# /m)
  const entries: Entry[] = []
  const sections: Section[] = []
  for (const part of parts) {
    const [, word = '', day = '', title = '', text = ''] =
      /^(section|talk|note|person)(?: ([\d-]+))?: (.*)\n([\s\S]*)$/.exec(part) ?? []
    if (word === 'section') {
      sections.push({ id: idOf(900 + sections.length), heading: title, entryIds: [] })
      continue
    }
    const entry = { ...toEntry(word, day, title, sessions), text: text.trim() }
    entries.push(entry)
    sections.at(-1)?.entryIds.push(entry.id)
  }
  return { lead: lead.trim(), entries, sections }
}

const kinds: Record<string, EntryKind> = { talk: 'talk', note: 'note', person: 'encounter' }

function toEntry(word: string, day: string, title: string, sessions: readonly Session[]): Entry {
  const session = sessions.find((one) => one.title === title)
  const entry = newEntry(kinds[word] ?? 'note', session?.day ?? day, session?.start ?? null)
  switch (entry.kind) {
    case 'talk':
      return { ...entry, title, speakers: session?.speakers ?? [], room: session?.room ?? '', sessionId: session?.id }
    case 'note':
      return { ...entry, title }
    case 'encounter': {
      const [who = '', role = '', context = ''] = cells(title)
      return { ...entry, who, role, context }
    }
    default:
      return entry satisfies never
  }
}
