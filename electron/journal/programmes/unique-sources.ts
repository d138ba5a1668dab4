import type { ReadTime } from './read-programme.ts'

interface Identified {
  readonly source: string
  readonly title: string
  readonly room: string
  readonly start: ReadTime | null
}

/**
 * Gives each session an identity of its own: those that share one get their time, room and title appended, in this order
 * and as far as needed. A session that is in the file twice, the same in everything, is left out the second time.
 */
export function withUniqueSources<T extends Identified>(sessions: readonly T[]): T[] {
  const parts: ((session: T) => string)[] = [({ start }) => timeKey(start), ({ room }) => room, ({ title }) => title]
  let named: readonly T[] = sessions.map((session) =>
    session.source === '' ? { ...session, source: session.title || 'session' } : session,
  )
  if (repeated(named).size > 0) named = withoutCopies(named)
  for (const part of parts) {
    const shared = repeated(named)
    if (shared.size === 0) return [...named]
    named = named.map((session) =>
      shared.has(session.source) ? { ...session, source: `${session.source} ${part(session)}` } : session,
    )
  }
  return numbered(named)
}

/** Does not depend on the offset with which a moment is written. */
function timeKey(time: ReadTime | null): string {
  if (time === null) return ''
  if ('date' in time) return time.date
  return 'local' in time ? time.local : new Date(time.instant).toISOString()
}

function repeated(sessions: readonly Identified[]): Set<string> {
  const once = new Set<string>()
  return new Set(
    sessions.flatMap(({ source }) => {
      if (once.has(source)) return [source]
      once.add(source)
      return []
    }),
  )
}

function withoutCopies<T extends Identified>(sessions: readonly T[]): T[] {
  const shared = repeated(sessions)
  const known = new Set<string>()
  return sessions.filter((session) => {
    if (!shared.has(session.source)) return true
    const content = JSON.stringify(session)
    if (known.has(content)) return false
    known.add(content)
    return true
  })
}

function numbered<T extends Identified>(sessions: readonly T[]): T[] {
  const taken = new Set(sessions.map(({ source }) => source))
  const used = new Set<string>()
  return sessions.map((session) => {
    let source = session.source
    for (let number = 2; used.has(source); number++) {
      const next = `${session.source} ${number}`
      source = taken.has(next) ? source : next
    }
    used.add(source)
    return { ...session, source }
  })
}
