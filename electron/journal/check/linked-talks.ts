import type { Programme, Session } from '../../shared/programme.ts'
import { dayAt } from '../../shared/time.ts'
import type { Entry, Trip } from '../../shared/trip.ts'
import type { KnownTalk } from './known-talk.ts'
import { TitleIndex } from './title-index.ts'
import { wordKey, wordsOf } from './words.ts'

/** The talks of a trip and its programme. */
export interface KnownTalks {
  readonly titles: TitleIndex
  /** Entry id -> the talk of the programme that it is about. */
  readonly ofEntry: ReadonlyMap<string, KnownTalk>
}

/** The part of a title before its colon or dash, by which many reports call the talk; empty if it is too short. */
function mainTitle(title: string): string {
  const [main = '', ...others] = title.split(/:\s|\s[–—-]\s|\?\s/)
  return others.length > 0 && wordsOf(main).length >= 2 ? main.trim() : ''
}

/** Finds out which talk of the programme each entry is about: the one that it names, or the one with its title. */
export function linkTalks(trip: Trip, programme: Programme | null): KnownTalks {
  const byId = new Map<string, KnownTalk>()
  const byTitle = new Map<string, KnownTalk[]>()
  const sessions = (programme?.sessions ?? []).filter(({ title }) => title.trim() !== '')
  const inProgramme = sessions.map((session) => toTalk(session, trip.timeZone))
  for (const [index, talk] of inProgramme.entries()) {
    byId.set(sessions[index]?.id ?? '', talk)
    for (const title of new Set([wordKey(talk.title), wordKey(mainTitle(talk.title))])) {
      if (title !== '') byTitle.set(title, [...(byTitle.get(title) ?? []), talk])
    }
  }
  const inPrint = new TitleIndex(inProgramme)
  const ofEntry = new Map<string, KnownTalk>()
  const unlinked: KnownTalk[] = []
  for (const entry of trip.entries) {
    const named = byId.get(entry.sessionId ?? '')
    const talk = named === undefined ? null : [named]
    const found = talk ?? (entry.kind === 'talk' ? ofTitles(entry, byTitle, inPrint) : [])
    const joined = join(found)
    if (joined !== null) ofEntry.set(entry.id, joined)
    else if (entry.kind === 'talk' && entry.title.trim() !== '') unlinked.push(ofTalkEntry(entry))
  }
  return { titles: new TitleIndex([...inProgramme, ...unlinked]), ofEntry }
}

function toTalk({ title, speakers, room, day, start }: Session, timeZone: string): KnownTalk {
  const days = [day, start === null ? null : dayAt(start, timeZone)].filter((one) => one !== null)
  return { title, speakers: named(speakers), room, days: [...new Set(days)], isInProgramme: true }
}

const ofTalkEntry = ({ title, speakers, room, day }: Extract<Entry, { kind: 'talk' }>): KnownTalk => ({
  title,
  speakers: named(speakers),
  room,
  days: [day],
  isInProgramme: false,
})

const named = (speakers: readonly { name: string }[]) => speakers.map(({ name }) => name.trim()).filter(Boolean)

function ofTitles(
  { title, shortTitle }: Extract<Entry, { kind: 'talk' }>,
  byTitle: ReadonlyMap<string, KnownTalk[]>,
  index: TitleIndex,
): readonly KnownTalk[] {
  for (const one of [title, shortTitle]) {
    const found = byTitle.get(wordKey(one))
    if (found !== undefined) return found
  }
  const words = wordsOf(title)
  const [best, second] = index.find(words, 0, words.length)
  if (best === undefined || best.telling < 1 || best.same < Math.max(2, words.length * 0.6)) return []
  return second !== undefined && second.same === best.same ? [] : best.known.talks
}

/** A talk that is given several times can be on any of its days, in any of its rooms. */
function join(talks: readonly KnownTalk[]): KnownTalk | null {
  const [first, ...others] = talks
  if (first === undefined || others.some(({ title }) => title !== first.title)) return null
  if (others.length === 0) return first
  return {
    ...first,
    speakers: [...new Set(talks.flatMap(({ speakers }) => speakers))],
    days: [...new Set(talks.flatMap(({ days }) => days))],
    room: talks.every(({ room }) => room === first.room) ? first.room : '',
  }
}
