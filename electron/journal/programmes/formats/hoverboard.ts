import { ok } from '../../../shared/result.ts'
import type { ProgrammeFormat, ReadSession } from '../read-programme.ts'
import { isDate, readClock } from '../read-time.ts'
import { emptyProgramme } from './empty-programme.ts'
import { type Fields, fieldsOf, firstWords, isFields, listOf, objectsOf, wordsOf } from './json-fields.ts'
import { isCancelled, joinTexts, languageOf, linksOf, peopleOf } from './session-fields.ts'

/**
 * The data of Hoverboard, a website for conferences, in one object: the schedule has days, in them time slots, in them a
 * column for each track with the keys of sessions, which have the keys of speakers.
 */
export const hoverboard: ProgrammeFormat = {
  id: 'hoverboard',
  detect: ({ json }) =>
    daysOf(json).some((day) => Array.isArray(day['timeslots'])) && isFields(fieldsOf(json)['sessions']),
  parse: ({ json }) => {
    const sessions = fieldsOf(fieldsOf(json)['sessions'])
    const speakers = fieldsOf(fieldsOf(json)['speakers'])
    return ok({
      ...emptyProgramme,
      rooms: daysOf(json).flatMap((day) => listOf(day['tracks']).map(wordsOf)),
      sessions: daysOf(json).flatMap((day) => sessionsOf(day, sessions, speakers)),
    })
  },
}

function daysOf(json: unknown): Fields[] {
  return Object.entries(fieldsOf(fieldsOf(json)['schedule'])).flatMap(([date, day]) =>
    isDate(date) && isFields(day) ? [{ date, ...day }] : [],
  )
}

function sessionsOf(day: Fields, sessions: Fields, speakers: Fields): ReadSession[] {
  const date = wordsOf(day['date'])
  const tracks = listOf(day['tracks']).map(wordsOf)
  return objectsOf(day['timeslots']).flatMap((slot) => {
    const [start, end] = [readClock(slot['startTime']), readClock(slot['endTime'])]
    return listOf(slot['sessions']).flatMap((column, index) => {
      const keys = isFields(column) ? listOf(column['items']) : listOf(column)
      return keys.flatMap((key): ReadSession[] => {
        const session = sessions[wordsOf(key)]
        if (!isFields(session)) return []
        const title = wordsOf(session['title'])
        return [
          {
            source: wordsOf(key),
            title,
            subtitle: '',
            type: firstWords(session, 'type', 'format'),
            track: firstWords(session, 'track') || firstWords({ tags: listOf(session['tags'])[0] }, 'tags'),
            room: firstWords(session, 'room') || (tracks[index] ?? ''),
            language: languageOf(session['language']),
            start: start === null ? null : { local: `${date}T${start}:00` },
            end: end === null ? null : { local: `${date}T${end}:00` },
            day: date,
            speakers: peopleOf(listOf(session['speakers']).map((one) => speakers[wordsOf(one)] ?? one)),
            abstract: joinTexts(wordsOf(session['description'])),
            links: linksOf(
              [session['presentation'], session['videoId']].filter((one) => /^https?:/.test(wordsOf(one))),
            ),
            feedbackUrl: '',
            isCancelled: isCancelled(session, title),
          },
        ]
      })
    })
  })
}
