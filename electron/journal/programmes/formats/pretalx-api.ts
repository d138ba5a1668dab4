import { message, type Message } from '../../../shared/messages/message.ts'
import { ok } from '../../../shared/result.ts'
import type { Speaker } from '../../../shared/trip.ts'
import type { ProgrammeFormat, ReadSession } from '../read-programme.ts'
import { later, readDuration, readTime } from '../read-time.ts'
import { emptyProgramme } from './empty-programme.ts'
import { type Fields, fieldsOf, firstOf, firstWords, isFields, listOf, objectsOf, wordsOf } from './json-fields.ts'
import { isCancelled, joinTexts, languageOf, linksOf, peopleOf, personOf, zoneIn } from './session-fields.ts'

/** Deeper than the exports of the API that conferences publish. */
const MAX_DEPTH = 8

/** How pretalx itself divides days: what begins before three belongs to the evening before. */
const DAY_CHANGE = '03:00'

/**
 * Answers of the API of pretalx: submissions (or talks, as older versions call them), slots, or a schedule with its
 * slots; one page of them, all of them in a list, or sorted by day, time and room, as some conferences publish them.
 */
export const pretalxApi: ProgrammeFormat = {
  id: 'pretalx-api',
  detect: ({ json }) => isWidget(json) || contentOf(json).length > 0,
  parse: ({ json: given }) => {
    const json = isWidget(given) ? fromWidget(given) : given
    const top = fieldsOf(json)
    const rooms = namesById(top['rooms'])
    const people = peopleByCode(top['speakers'])
    const content = contentOf(json).filter((item) => !isUnpublished(item))
    const found = content.flatMap((item) =>
      isSlot(item) ? [sessionOfSlot(item, rooms, people)] : sessionsOf(item, rooms, people),
    )
    const unknown = content.flatMap((item) => codesOf(item)).filter((code) => !people.has(code))
    return ok({
      ...emptyProgramme,
      dayChange: DAY_CHANGE,
      title: firstWords(top, 'name', 'title'),
      timeZone: zoneIn(top, 'timezone'),
      version: firstWords(top, 'version'),
      rooms: [...rooms.values()],
      sessions: withoutRepeated(found),
      remarks: [...pageRemarks(top), ...speakerRemarks(unknown)],
    })
  },
}

/** What pretalx's page of a schedule shows itself from: talks and breaks, which refer to tracks by number. */
const isWidget = (json: unknown): json is Fields =>
  isFields(json) && Array.isArray(json['talks']) && Array.isArray(json['rooms']) && 'event_start' in json

function fromWidget(widget: Fields): Fields {
  const tracks = namesById(widget['tracks'])
  return {
    ...widget,
    talks: objectsOf(widget['talks']).map((talk) => ({
      ...talk,
      submission: {
        ...talk,
        code: firstWords(talk, 'code') || `slot-${wordsOf(talk['id'])}`,
        track: tracks.get(wordsOf(talk['track'])) ?? '',
        submission_type: talk['session_type'],
        // A talk can have several slots, each of which is listed.
        slots: undefined,
      },
    })),
  }
}

const isSubmission = (item: Fields) =>
  typeof item['code'] === 'string' &&
  item['title'] !== undefined &&
  ['submission_type', 'slots', 'slot', 'slot_count', 'content_locale'].some((name) => item[name] !== undefined)

const isSlot = (item: Fields) =>
  item['submission'] !== undefined &&
  item['start'] !== undefined &&
  (item['room'] !== undefined || isFields(item['submission']))

/** The submissions or slots in a file, wherever they are in it. */
function contentOf(json: unknown, depth = 0): readonly Fields[] {
  if (isFields(json) && (isSubmission(json) || isSlot(json))) return [json]
  if (depth === MAX_DEPTH || typeof json !== 'object' || json === null) return []
  return listOf(json).flatMap((item) => contentOf(item, depth + 1))
}

/** Organisers see proposals that are not in the programme. */
function isUnpublished(item: Fields): boolean {
  return /^(rejected|deleted|draft|submitted)$/i.test(wordsOf(item['state'])) || item['is_visible'] === false
}

function sessionsOf(submission: Fields, rooms: Names, people: People): ReadSession[] {
  const slots = objectsOf(submission['slots'])
  const slot = submission['slot']
  const given = slots.length > 0 ? slots : isFields(slot) ? [slot] : [{}]
  return given.map((one) => sessionAt(submission, one, rooms, people))
}

/** A slot without a submission is a break. */
function sessionOfSlot(slot: Fields, rooms: Names, people: People): ReadSession {
  const { submission } = slot
  if (isFields(submission)) return sessionAt(submission, slot, rooms, people)
  const code = wordsOf(submission)
  const session = sessionAt({}, slot, rooms, people)
  return { ...session, source: code || `slot-${wordsOf(slot['id'])}`, title: wordsOf(slot['description']) || code }
}

function sessionAt(submission: Fields, slot: Fields, rooms: Names, people: People): ReadSession {
  const title = wordsOf(submission['title'])
  const start = readTime(firstOf(slot, 'start'))
  return {
    source: firstWords(submission, 'code', 'id'),
    title,
    subtitle: '',
    type: nameOf(submission['submission_type']),
    track: nameOf(submission['track']),
    room: roomOf(slot['room'] ?? slot['room_id'], rooms),
    language: languageOf(submission['content_locale']),
    start,
    end: readTime(slot['end']) ?? later(start, readDuration(slot['duration']) ?? readDuration(submission['duration'])),
    day: null,
    speakers: speakersOf(submission, people),
    abstract: joinTexts(wordsOf(submission['abstract']), wordsOf(submission['description'])),
    links: linksOf(submission['resources']),
    feedbackUrl: '',
    isCancelled: isCancelled(submission, title),
  }
}

/** A number only names a track or type elsewhere in the API. */
const nameOf = (value: unknown) => (typeof value === 'number' ? '' : wordsOf(value))

type Names = ReadonlyMap<string, string>

function namesById(list: unknown): Names {
  return new Map(objectsOf(list).map((item) => [wordsOf(item['id']), wordsOf(item)]))
}

function roomOf(room: unknown, rooms: Names): string {
  return (isFields(room) ? undefined : rooms.get(wordsOf(room))) ?? wordsOf(room)
}

type People = ReadonlyMap<string, Speaker>

function peopleByCode(list: unknown): People {
  return new Map(objectsOf(list).map((person) => [wordsOf(person['code']), personOf(person)]))
}

const CODE = /^[A-Z0-9]{6}$/

/** Speakers that are named by their codes alone. */
function codesOf(item: Fields): string[] {
  const { speakers } = isFields(item['submission']) ? item['submission'] : item
  return listOf(speakers).flatMap((speaker) => (typeof speaker === 'string' && CODE.test(speaker) ? [speaker] : []))
}

function speakersOf(submission: Fields, people: People): Speaker[] {
  return listOf(submission['speakers']).flatMap((speaker) => {
    if (typeof speaker === 'string' && CODE.test(speaker)) return people.get(speaker) ?? []
    return peopleOf([speaker])
  })
}

/** A file that is sorted by day lists a submission under each of its slots, every time with all of them. */
function withoutRepeated(sessions: readonly ReadSession[]): ReadSession[] {
  const known = new Set<string>()
  return sessions.filter(({ source, start, room }) => {
    const key = JSON.stringify([source, start, room])
    if (known.has(key)) return false
    known.add(key)
    return true
  })
}

/** The API answers in pages, and a file may be only the first of them. */
function pageRemarks(top: Fields): Message[] {
  const count = top['count']
  const read = listOf(top['results']).length
  if (typeof top['next'] !== 'string' || typeof count !== 'number' || count <= read) return []
  return [message('programme.remark-page', { read, count })]
}

export function speakerRemarks(unknown: readonly string[]): Message[] {
  const count = new Set(unknown).size
  return count === 0 ? [] : [message('programme.remark-speaker-codes', { count })]
}
