import { type Mark, noMark, type OwnSession, type Plan, planSchema } from '../../shared/programme.ts'
import { bySessionId, sortKeys } from '../../shared/programme/edit-plan.ts'
import { jsonFile } from './json-file.ts'
import { laterOf } from './later.ts'

/** What the trip's owner plans, saw, added and hid, in `plan.json`. */
export const plan = jsonFile({
  name: 'plan.json',
  version: 1,
  schema: planSchema,
  merge: mergePlans,
  maxBytes: 64 * 1024 * 1024,
})

/** For each choice, the later of the two wins; whatever only one side has is kept. */
export function mergePlans(one: Plan, other: Plan): Plan {
  return {
    marks: mergeRecords(one.marks, other.marks, mergeMarks),
    own: mergeOwn(one.own, other.own),
    hiddenRooms: mergeRecords(one.hiddenRooms, other.hiddenRooms, laterChoice),
    hiddenTracks: mergeRecords(one.hiddenTracks, other.hiddenTracks, laterChoice),
    places: mergeRecords(one.places, other.places, laterChoice),
    reminders:
      one.reminders === null || other.reminders === null
        ? (one.reminders ?? other.reminders)
        : laterChoice(one.reminders, other.reminders),
    evenings: mergeRecords(one.evenings, other.evenings, laterChoice),
  }
}

/** The star and the attendance are separate choices. */
export function mergeMarks(one: Mark = noMark, other: Mark = noMark): Mark {
  return {
    ...laterOf(starOf(one), starOf(other), ({ starredAt }) => starredAt),
    ...laterOf(attendanceOf(one), attendanceOf(other), ({ attendedAt }) => attendedAt),
  }
}

const starOf = ({ star, starredAt }: Mark) => ({ star, starredAt })
const attendanceOf = ({ attendance, attendedAt }: Mark) => ({ attendance, attendedAt })

function mergeOwn(one: readonly OwnSession[], other: readonly OwnSession[]): OwnSession[] {
  return Object.values(mergeRecords(bySession(one), bySession(other), laterChoice)).toSorted(bySessionId)
}

function bySession(list: readonly OwnSession[]): Record<string, OwnSession> {
  return Object.fromEntries(list.map((own) => [own.session.id, own]))
}

function laterChoice<T extends { changedAt: string }>(one: T, other: T): T {
  return laterOf(one, other, ({ changedAt }) => changedAt)
}

function mergeRecords<T>(
  one: Readonly<Record<string, T>>,
  other: Readonly<Record<string, T>>,
  merge: (one: T, other: T) => T,
): Record<string, T> {
  const merged = { ...one }
  for (const [key, value] of Object.entries(other)) {
    const mine = one[key]
    merged[key] = mine === undefined ? value : merge(mine, value)
  }
  return sortKeys(merged)
}
