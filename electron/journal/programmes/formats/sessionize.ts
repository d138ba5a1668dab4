import { fail, ok } from '../../../shared/result.ts'
import type { Link, Speaker } from '../../../shared/trip.ts'
import type { ProgrammeFormat, ReadSession } from '../read-programme.ts'
import { readDate, readWrittenTime } from '../read-time.ts'
import { type Fields, fieldsOf, firstWords, isFields, listOf, objectsOf, wordsOf } from './json-fields.ts'
import { isCancelled, joinTexts, languageOf, linksOf, pageLink, peopleOf, personOf } from './session-fields.ts'
import { emptyProgramme } from './empty-programme.ts'

/**
 * The views of Sessionize's API: "All" in one object, "Sessions" in groups, "GridSmart" by day and room. "Speakers" has no
 * sessions with times, and is refused. Times are local, and the zone is not in the file.
 */
export const sessionize: ProgrammeFormat = {
  id: 'sessionize',
  detect: ({ json }) => isAll(json) || isList(json) || isGroups(json) || isGrid(json) || isSpeakers(json),
  parse: ({ json }) => {
    if (isSpeakers(json)) return fail('programme.only-speakers')
    const all = fieldsOf(json)
    const context = contextOf(all)
    const listed = isAll(json) ? all['sessions'] : isList(json) ? json : null
    const sessions = Array.isArray(listed)
      ? objectsOf(listed).map((session) => sessionOf(session, '', context))
      : isGrid(json)
        ? ofGrid(json, context)
        : objectsOf(json).flatMap((group) =>
            objectsOf(group['sessions']).map((session) => sessionOf(session, '', context)),
          )
    return ok({
      ...emptyProgramme,
      rooms: [
        ...objectsOf(all['rooms']).toSorted(bySort).map(wordsOf),
        ...(isGrid(json) ? objectsOf(json).flatMap((day) => objectsOf(day['rooms']).map(wordsOf)) : []),
      ],
      tracks: context.tracks,
      sessions: joinRooms(sessions),
    })
  },
}

/** A session, however little of it there is. */
const isSession = (one: unknown) =>
  isFields(one) && 'startsAt' in one && ['isServiceSession', 'endsAt', 'roomId'].some((name) => name in one)

const isAll = (json: unknown) =>
  isFields(json) &&
  Array.isArray(json['sessions']) &&
  ((Array.isArray(json['speakers']) && (Array.isArray(json['rooms']) || Array.isArray(json['categories']))) ||
    json['sessions'].some(isSession))

/** The sessions alone, as some pages keep them. */
const isList = (json: unknown): json is readonly unknown[] => Array.isArray(json) && json.some(isSession)

const isGroups = (json: unknown) =>
  Array.isArray(json) &&
  json.some((group) => isFields(group) && Array.isArray(group['sessions']) && 'groupName' in group)

const isGrid = (json: unknown): json is readonly unknown[] =>
  Array.isArray(json) &&
  json.some(
    (day) =>
      isFields(day) &&
      (Array.isArray(day['timeSlots']) ||
        objectsOf(day['rooms']).some((room) => Array.isArray(room['sessions']) && 'hasOnlyPlenumSessions' in room)),
  )

const isSpeakers = (json: unknown) =>
  Array.isArray(json) &&
  json.some((person) => isFields(person) && 'tagLine' in person && ('fullName' in person || 'lastName' in person))

/** What sessions of the view "All" refer to by identity. */
interface Context {
  readonly rooms: ReadonlyMap<string, string>
  readonly speakers: ReadonlyMap<string, Speaker>
  /** Item -> the title of its category, and its own name. */
  readonly items: ReadonlyMap<string, { category: string; name: string }>
  readonly questions: ReadonlyMap<string, string>
  readonly tracks: readonly string[]
}

function contextOf(all: Fields): Context {
  const categories = objectsOf(all['categories'])
  return {
    rooms: byId(all['rooms'], wordsOf),
    speakers: byId(all['speakers'], personOf),
    items: new Map(
      categories.flatMap((category) =>
        objectsOf(category['items']).map((item) => [
          wordsOf(item['id']),
          { category: wordsOf(category['title']), name: wordsOf(item['name']) },
        ]),
      ),
    ),
    questions: byId(all['questions'], (question) => wordsOf(question['question'])),
    tracks: categories
      .filter((category) => TRACK.test(wordsOf(category['title'])))
      .flatMap((category) => objectsOf(category['items']).toSorted(bySort).map(wordsOf)),
  }
}

function byId<T>(list: unknown, read: (item: Fields) => T): Map<string, T> {
  return new Map(objectsOf(list).map((item) => [wordsOf(item['id']), read(item)]))
}

/** In the order that the organiser chose. */
const bySort = (a: Fields, b: Fields) => Number(a['sort'] ?? 0) - Number(b['sort'] ?? 0)

/** Plenary sessions may be listed in every room of the grid; `joinRooms` makes one of them. */
function ofGrid(days: readonly unknown[], context: Context): ReadSession[] {
  return objectsOf(days).flatMap((day) => {
    const byRoom = objectsOf(day['rooms']).flatMap((room) =>
      objectsOf(room['sessions']).map((session) => sessionOf(session, wordsOf(room), context)),
    )
    // Some files list the sessions of a room only here.
    const bySlot = objectsOf(day['timeSlots']).flatMap((slot) =>
      objectsOf(slot['rooms']).flatMap((room) => {
        const { session } = room
        return isFields(session) ? [sessionOf(session, wordsOf(room), context)] : []
      }),
    )
    const date = readDate(day['date'])
    const known = new Set(byRoom.map(({ source }) => source))
    return [
      ...byRoom,
      ...bySlot.filter(({ source }) => (source === '' ? byRoom.length === 0 : !known.has(source))),
    ].map((session) => (session.start === null ? { ...session, day: date } : session))
  })
}

const TRACK = /track|topic|theme|thema|stream/i
const TYPE = /format|type|art$|kind/i
const LANGUAGE = /language|sprache|langue|idioma|lingua/i

function sessionOf(session: Fields, listedIn: string, context: Context): ReadSession {
  const title = wordsOf(session['title'])
  const chosen = chosenItems(session, context)
  const itemOf = (category: RegExp) => chosen.find((item) => category.test(item.category))?.name ?? ''
  return {
    source: wordsOf(session['id']),
    title,
    subtitle: '',
    type: itemOf(TYPE) || (session['isServiceSession'] === true ? 'Service session' : ''),
    track: itemOf(TRACK),
    room: context.rooms.get(wordsOf(session['roomId'])) || firstWords(session, 'room') || listedIn,
    language: languageOf(itemOf(LANGUAGE)),
    start: readWrittenTime(session['startsAt']),
    end: readWrittenTime(session['endsAt']),
    day: null,
    speakers: speakersOf(session, context),
    abstract: joinTexts(wordsOf(session['description'])),
    links: [
      ...pageLink(session['liveUrl']),
      ...pageLink(session['recordingUrl']),
      ...answeredLinks(session, context),
      ...linksOf(session['links']),
    ],
    feedbackUrl: '',
    isCancelled: isCancelled(session, title),
  }
}

/** Categories are items of a list in one view, and spelt out in the others. */
function chosenItems(session: Fields, { items }: Context): { category: string; name: string }[] {
  const named = listOf(session['categoryItems']).flatMap((item) => items.get(wordsOf(item)) ?? [])
  const spelt = objectsOf(session['categories']).flatMap((category) =>
    objectsOf(category['categoryItems']).map((item) => ({
      category: firstWords(category, 'name', 'title'),
      name: wordsOf(item),
    })),
  )
  return [...named, ...spelt]
}

/** In some views a speaker has a name, in others only an identity. */
function speakersOf(session: Fields, { speakers }: Context): Speaker[] {
  return listOf(session['speakers']).flatMap((speaker) => {
    if (isFields(speaker)) return speakers.get(wordsOf(speaker['id'])) ?? peopleOf([speaker])
    return speakers.get(wordsOf(speaker)) ?? []
  })
}

/** Answers to the organiser's questions that are addresses, such as that of the slides. */
function answeredLinks(session: Fields, { questions }: Context): Link[] {
  return objectsOf(session['questionAnswers']).flatMap((answer): Link[] => {
    const url = firstWords(answer, 'answerValue', 'answer').trim()
    if (!/^https?:\/\/\S+$/i.test(url)) return []
    return [{ label: questions.get(wordsOf(answer['questionId'])) ?? firstWords(answer, 'question'), url }]
  })
}

/** A session that is listed more than once at the same time is one session, in all of these rooms. */
function joinRooms(sessions: readonly ReadSession[]): ReadSession[] {
  const joined = new Map<string, ReadSession>()
  for (const session of sessions) {
    const key = JSON.stringify([session.source, session.start, session.source === '' ? session : null])
    const known = joined.get(key)
    const isElsewhere = known !== undefined && session.room !== '' && !known.room.split(', ').includes(session.room)
    if (known === undefined) joined.set(key, session)
    else if (isElsewhere)
      joined.set(key, { ...known, room: known.room === '' ? session.room : `${known.room}, ${session.room}` })
  }
  return [...joined.values()]
}
