import type { ProgrammeChange, ProgrammeDetails } from '../../shared/contract/programme.ts'
import type { Message } from '../../shared/messages/message.ts'
import type { Programme } from '../../shared/programme.ts'
import { ok, type Result } from '../../shared/result.ts'
import { detailsOf } from './details-of.ts'
import type { ReadProgramme } from './read-programme.ts'
import { readProgrammeText } from './read-programme-text.ts'
import { type ProgrammeOrigin, resolveProgramme } from './resolve-programme.ts'
import { type ProgrammeUpdate, updateProgramme } from './update-programme.ts'

/** What may be a programme, and what it is compared with. */
export interface UnderstandOrder {
  data: Uint8Array | string
  /** The file's name, or the last part of its address; empty if it was pasted. */
  name: string
  /** The zone of this computer, which is a guess if nothing else is known. */
  here: string
  /** Today's date on this computer, near which days without a year are if nothing else is known. */
  today: string
  /** The programme that the trip has, and the zone of times without one. */
  against: Comparison | null
}

interface Comparison {
  programme: Programme | null
  timeZone: string
  /** The first day of the trip. */
  firstDay: string
  /** The ids of the sessions that are starred, attended or written about. */
  yours: ReadonlySet<string>
}

export interface Understood {
  format: string
  read: ReadProgramme
  details: ProgrammeDetails
  assumed: ReadProgramme['assumed']
  guessedTimeZone: string
  counts: { sessions: number; days: number; rooms: number; speakers: number }
  remarks: Message[]
  changes: ProgrammeChange[]
}

/** Reads a programme, and compares it with the one that the trip has. */
export function understandProgramme({ data, name, here, today, against }: UnderstandOrder): Result<Understood> {
  const expected = { firstDay: against === null ? null : firstDayOf(against), today }
  const recognised = readProgrammeText({ data, name, expected })
  if (!recognised.ok) return recognised
  const { format, read } = recognised.value
  const known = against === null ? null : (against.programme?.timeZone ?? against.timeZone)
  const { details, guessedTimeZone } = detailsOf(read, known ?? here)
  const timeZone = details.timeZone ?? known ?? guessedTimeZone
  const programme = resolveProgramme(read, timeZone, { format, address: '', fileName: '', importedAt: NEVER })
  const changes = against === null ? [] : updateProgramme(against.programme, programme, against.yours).changes
  return ok({
    format,
    read,
    details,
    assumed: read.assumed,
    guessedTimeZone: timeZone,
    counts: countsOf(programme),
    remarks: [...read.remarks],
    changes,
  })
}

/** The first day of the trip's programme, or of the trip, which may begin with a journey. */
function firstDayOf({ programme, firstDay }: Comparison): string {
  const days = (programme?.sessions ?? []).flatMap(({ day, isDropped }) => (day === null || isDropped ? [] : [day]))
  return days.toSorted()[0] ?? firstDay
}

/** The time of an import that is only tried. */
const NEVER = '1970-01-01T00:00:00Z'

export interface UpdateOrder extends ProgrammeOrigin {
  read: ReadProgramme
  timeZone: string
  current: Programme | null
  yours: ReadonlySet<string>
}

/** Makes the programme that a trip has after an import. */
export function importRead({ read, timeZone, current, yours, ...origin }: UpdateOrder): ProgrammeUpdate {
  return updateProgramme(current, resolveProgramme(read, timeZone, origin), yours)
}

function countsOf({ sessions, rooms }: Programme): Understood['counts'] {
  return {
    sessions: sessions.length,
    days: new Set(sessions.flatMap(({ day }) => day ?? [])).size,
    rooms: rooms.length,
    speakers: new Set(sessions.flatMap(({ speakers }) => speakers.map(({ name }) => name))).size,
  }
}
