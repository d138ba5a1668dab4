import { MAX_SESSIONS, type Programme, programmeSchema } from '../../shared/programme.ts'
import { sortSessions } from '../../shared/programme/sort-sessions.ts'
import { jsonFile } from './json-file.ts'
import { laterOf } from './later.ts'

/** The programme of the conference, in `schedule.json`. */
export const schedule = jsonFile({
  name: 'schedule.json',
  version: 1,
  schema: programmeSchema,
  merge: mergeProgrammes,
  // The largest known programme takes 4 MiB.
  maxBytes: 64 * 1024 * 1024,
})

/**
 * The later import wins. Sessions that only the other one has are kept as dropped ones, because a mark or an entry of
 * the other computer may refer to them.
 */
export function mergeProgrammes(one: Programme, other: Programme): Programme {
  const newer = laterOf(one, other, ({ importedAt }) => importedAt)
  const older = newer === one ? other : one
  const known = new Set(newer.sessions.map(({ id }) => id))
  const dropped = older.sessions.filter(({ id }) => !known.has(id)).map((session) => ({ ...session, isDropped: true }))
  if (dropped.length === 0) return newer
  const kept = sortSessions(dropped).slice(0, MAX_SESSIONS - newer.sessions.length)
  return { ...newer, sessions: sortSessions([...newer.sessions, ...kept], newer.rooms) }
}
