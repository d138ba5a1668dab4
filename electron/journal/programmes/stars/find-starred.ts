import type { Session } from '../../../shared/programme.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { dayAt, now } from '../../../shared/time.ts'
import { weighJson } from '../../trip-file/weigh-json.ts'
import { decodeProgramme } from '../decode-programme.ts'
import { matchSessions } from '../match/match-sessions.ts'
import { readProgrammeText } from '../read-programme-text.ts'
import { resolveProgramme } from '../resolve-programme.ts'

/** A file with sessions that somebody starred elsewhere, and those that it may be about. */
export interface StarredOrder {
  data: Uint8Array
  name: string
  /** The sessions of the trip. */
  sessions: readonly Session[]
  /** The zone of times without one. */
  timeZone: string
}

export interface FoundStarred {
  /** The ids of the sessions that were starred. */
  sessionIds: string[]
  /** What the file calls those that are not in the programme. */
  notFound: string[]
}

/**
 * Finds the sessions that a file names: the calendar that a phone or the conference's page exported, any other
 * programme, or pretalx's list of favourites (`["MJA8QY", "8CQTNF"]`).
 */
export function findStarred({ data, name, sessions, timeZone }: StarredOrder): Result<FoundStarred> {
  const codes = favouritesIn(data)
  if (codes !== null) return ok(findByCode(codes, sessions))
  const days = sessions.flatMap(({ day }) => day ?? []).toSorted()
  const today = dayAt(now(), timeZone)
  const recognised = readProgrammeText({ data, name, expected: { firstDay: days[0] ?? null, today } })
  if (!recognised.ok) return recognised
  const { format, read } = recognised.value
  const theirs = resolveProgramme(read, read.timeZone ?? timeZone, {
    format,
    address: '',
    fileName: name,
    importedAt: '1970-01-01T00:00:00Z',
  })
  const matched = matchSessions(theirs.sessions, sessions)
  const known = new Set(matched.map(({ before }) => before.id))
  return ok({
    sessionIds: matched.map(({ after }) => after.id),
    notFound: theirs.sessions.filter(({ id }) => !known.has(id)).map(({ title }) => title),
  })
}

/** The codes in a list of favourites; `null` if it is something else. */
function favouritesIn(data: Uint8Array): string[] | null {
  const text = decodeProgramme(data)?.text.trim() ?? ''
  if (!/^\[\s*"[A-Za-z0-9]{4,16}"\s*[\],]/.test(text)) return null
  if (weighJson(Buffer.from(text), Infinity, Infinity) === 'hopeless') return null
  try {
    const json: unknown = JSON.parse(text)
    return Array.isArray(json) && json.every((item) => typeof item === 'string') ? json : null
  } catch {
    return null
  }
}

/** pretalx has the code of a session in the address of its page, and everybody who reads pretalx keeps that. */
function findByCode(codes: readonly string[], sessions: readonly Session[]): FoundStarred {
  const byCode = new Map<string, string[]>()
  for (const { id, links, source } of sessions) {
    const named = links.map(({ url }) => /\/talk\/([A-Za-z0-9]+)\/?$/.exec(url)?.[1])
    for (const code of new Set([...named, ...source.split(/[^A-Za-z0-9]+/)])) {
      if (code !== undefined && code !== '') byCode.set(code, [...(byCode.get(code) ?? []), id])
    }
  }
  const found = codes.map((code) => ({ code, ids: byCode.get(code) ?? [] }))
  return {
    sessionIds: [...new Set(found.flatMap(({ ids }) => ids))],
    notFound: found.filter(({ ids }) => ids.length === 0).map(({ code }) => code),
  }
}
