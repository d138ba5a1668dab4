import type { Plan, Programme, Session } from '../programme.ts'
import type { Entry, Talk } from '../trip.ts'
import { countReadWords } from '../words.ts'
import type { Happening } from './happening.ts'
import { type NowInput, nowAt } from './now-at.ts'
import { sessionKindOf } from './session-kind.ts'
import { sessionsOf } from './sessions-of.ts'
import { wasThere } from './was-there.ts'

/** A talk that the owner attended. */
export interface Attended {
  /** `null` if it is only in the journal. */
  readonly session: Session | null
  /** The entry about it, or `null`. */
  readonly entry: Entry | null
  readonly title: string
  /** Whether its entry has words. */
  readonly isTold: boolean
  /** Whether its entry has words that are not quoted. */
  readonly hasOwnWords: boolean
}

/** What was attended on a day, and what of it was written about. */
export interface Evening {
  readonly day: string
  /** By start, those without one last. */
  readonly attended: readonly Attended[]
  readonly told: number
  /** How many of those that are told have only quotes. */
  readonly onlyQuoted: number
}

/** Lines of a block quote, and the lines that go on with one. */
const quotes = /^[ \t]*>.*(?:\n(?![ \t]*(?:$|[-*+#>]|\d+[.)])).+)*/gm

/** What was attended on a day: sessions that are marked as attended, and talks that have an entry. */
export function eveningOf(
  state: { programme: Programme | null; plan: Plan },
  entries: readonly Entry[],
  day: string,
): Evening {
  const sessions = sessionsOf(state)
  const ids = new Set(sessions.map(({ id }) => id))
  const withSession = entries.filter(({ sessionId }) => sessionId !== undefined)
  const about = new Map(withSession.toReversed().map((entry) => [entry.sessionId, entry]))
  const seen = sessions.flatMap((session) => {
    const entry = about.get(session.id) ?? null
    const { attendance = null } = state.plan.marks[session.id] ?? {}
    const isThere = wasThere(attendance) || (attendance === null && entry?.kind === 'talk')
    return session.day === day && isThere ? [{ start: session.start, item: attendedOf(session, entry) }] : []
  })
  const others = entries
    .filter((entry): entry is Talk => entry.kind === 'talk' && entry.day === day)
    .filter(({ sessionId }) => sessionId === undefined || !ids.has(sessionId))
    .map((entry) => ({ start: entry.start, item: attendedOf(null, entry) }))
  const attended = [...seen, ...others]
    .toSorted((a, b) => momentOf(a.start) - momentOf(b.start))
    .map(({ item }) => item)
  return {
    day,
    attended,
    told: attended.filter(({ isTold }) => isTold).length,
    onlyQuoted: attended.filter(({ isTold, hasOwnWords }) => isTold && !hasOwnWords).length,
  }
}

/** Whether a day of the conference is over: a later one has come, or nothing more of its programme is to come. */
export function isDayOver(input: NowInput, day: string): boolean {
  const { day: current, on, next } = nowAt(input)
  if (day !== current) return day < current
  const isPlanned = input.programme?.sessions.some((session) => session.day === day) ?? false
  // Without a programme, nothing says that no more is to come.
  return isPlanned && [...on, ...next].every((one) => one.day !== day || isSocial(one))
}

/** Whether it is a break or a dinner: one can look back on the day before it ends. */
const isSocial = ({ isBreak, session }: Happening): boolean =>
  isBreak || (session !== null && sessionKindOf(session) === 'social')

function attendedOf(session: Session | null, entry: Entry | null): Attended {
  const text = entry?.text ?? ''
  const title = session?.title ?? (entry !== null && 'title' in entry ? entry.title : '')
  return {
    session,
    entry,
    title,
    isTold: countReadWords(text) > 0,
    hasOwnWords: countReadWords(text.replaceAll(quotes, '')) > 0,
  }
}

const momentOf = (start: string | null): number => (start === null ? Number.MAX_VALUE : Date.parse(start))
