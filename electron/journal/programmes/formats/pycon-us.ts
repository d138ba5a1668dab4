import { ok } from '../../../shared/result.ts'
import { isTimeZone } from '../../../shared/time.ts'
import type { ProgrammeFormat, ReadProgramme, ReadSession } from '../read-programme.ts'
import { later, readDuration, readWrittenTime } from '../read-time.ts'
import { emptyProgramme } from './empty-programme.ts'
import { type Fields, fieldsOf, firstOf, firstWords, isFields, listOf, objectsOf, wordsOf } from './json-fields.ts'
import { isCancelled, joinTexts, languageOf, linksOf, namesIn, pageLink, peopleOf } from './session-fields.ts'

/**
 * `conference.json` of PyCon US, and the list that Symposion, from which it stems, publishes. Posters are inside the
 * session in which they are shown; each of them is a session too.
 */
export const pyconUs: ProgrammeFormat = {
  id: 'pycon-us',
  detect: ({ json }) => itemsOf(json).some(isItem),
  parse: ({ json }) => {
    const sessions = itemsOf(json).flatMap((item) => [
      sessionOf(item, {}),
      ...objectsOf(item['sessions']).map((poster) => sessionOf(poster, item)),
    ])
    const page = sessions.flatMap(({ links }) => links.map(({ url }) => url)).find((url) => /\/\d{4}\//.test(url))
    return ok({
      ...emptyProgramme,
      ...conferenceOf(fieldsOf(fieldsOf(json)['conference'])),
      url: page === undefined ? '' : (/^.*?\/\d{4}\//.exec(page)?.[0] ?? ''),
      sessions,
    })
  },
}

/** Lists that others made of it have no `conf_key`. */
function isItem(item: Fields): boolean {
  if (firstWords(item, 'name', 'title') === '') return false
  if (item['conf_key'] !== undefined) return true
  return 'kind' in item && 'start' in item && ('speakers' in item || 'authors' in item)
}

function itemsOf(json: unknown): readonly Fields[] {
  if (Array.isArray(json)) return objectsOf(json)
  const { schedule } = fieldsOf(json)
  return objectsOf(schedule)
}

/** @param parent the session in which a poster is shown, which has what the poster does not have itself */
function sessionOf(item: Fields, parent: Fields): ReadSession {
  const fieldOf = (...names: string[]) => firstOf(item, ...names) ?? firstOf(parent, ...names)
  const title = firstWords(item, 'name', 'title')
  const start = readWrittenTime(fieldOf('start'))
  const end = readWrittenTime(fieldOf('end'))
  const speakers = peopleOf(item['speakers'])
  const abstract = joinTexts(wordsOf(item['description']), wordsOf(item['abstract']))
  return {
    source: firstWords(item, 'conf_key', 'id') || title,
    title,
    subtitle: '',
    type: wordsOf(fieldOf('kind')),
    track: firstWords(item, 'track'),
    room: roomOf(fieldOf('rooms'), fieldOf('room')),
    language: languageOf(item['language']),
    start,
    end: end ?? later(start, readDuration(fieldOf('duration'))),
    day: null,
    speakers: speakers.length > 0 ? speakers : peopleOf(item['authors']),
    // Breaks repeat their names.
    abstract: abstract === title.trim() ? '' : abstract,
    links: [...pageLink(firstOf(item, 'conf_url', 'url')), ...linksOf(item['links'])],
    feedbackUrl: '',
    isCancelled: isCancelled(item, title),
  }
}

/** A session in several rooms names them in a list, or separated by commas. */
function roomOf(rooms: unknown, room: unknown): string {
  const names = listOf(rooms)
    .map(wordsOf)
    .filter((name) => name !== '')
  const all = names.length > 0 ? names : namesOf(wordsOf(room))
  return [...new Set(all)].join(', ')
}

const namesOf = (text: string) => (text.includes(',') ? namesIn(text) : [text])

/** The file has no fields for the conference itself, but its pages say in words where it is. */
function conferenceOf(conference: Fields): Partial<ReadProgramme> {
  const content = isFields(conference['content']) ? Object.values(conference['content']).map(wordsOf).join('\n') : ''
  const about = content.slice(0, 100_000)
  const text = about.replaceAll(/<[^<>]*>/g, '\n').replaceAll(/[ \t]+/g, ' ')
  const [, title = ''] = /^\s*(?:Welcome to )?([^\n.]{3,60}?)\s(?:is|takes place|will)\s/.exec(text) ?? []
  const [, venue = '', city = '', code = ''] =
    /\bLocation\s*\n\s*([^\n]{3,100})\n\s*(?:[^\n,]{1,100},\s*)?([^\n,]{2,40}),\s*([A-Z]{2})\b/.exec(text) ?? []
  const zones = text.match(/\b(?:US|America|Europe|Asia|Africa|Australia|Pacific|Atlantic)\/[A-Za-z_]+/g) ?? []
  return {
    title: firstWords(conference, 'title', 'name') || title.trim(),
    venue: venue.trim(),
    city: city.trim(),
    country: code === '' || !/\b[A-Z]{2} \d{5}\b/.test(text) ? '' : 'United States',
    timeZone: zones.map(currentName).find(isTimeZone) ?? null,
  }
}

/** `US/Eastern` is an old name of `America/New_York`. */
function currentName(zone: string): string {
  return zone.startsWith('US/') && isTimeZone(zone)
    ? new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
    : zone
}
