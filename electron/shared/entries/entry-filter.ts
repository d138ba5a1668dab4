import { z } from 'zod'
import { foldName } from '../fold-text.ts'
import type { Plan } from '../programme.ts'
import { wasThere } from '../programme/was-there.ts'
import { daySchema } from '../time.ts'
import { type Entry, entryKinds } from '../trip.ts'
import { peopleIn } from './people-in.ts'

/** Which entries to show. Whatever is missing or `null` lets every entry through. */
export const entryFilterSchema = z.strictObject({
  kind: z.enum(entryKinds).nullable().optional(),
  day: daySchema.nullable().optional(),
  /** The name of a speaker or of a person who was met, in any spelling of case and accents. */
  person: z.string().max(10_000).nullable().optional(),
  tag: z.string().max(10_000).nullable().optional(),
  starred: z.boolean().nullable().optional(),
  private: z.boolean().nullable().optional(),
  /** Entries about a session that was attended, if only for a while. */
  attended: z.literal(true).nullable().optional(),
})

export type EntryFilter = z.infer<typeof entryFilterSchema>

/**
 * Whether a filter lets an entry through.
 *
 * @param plan the plan of its trip, which knows what was attended
 */
export function matchesFilter(entry: Entry, filter: EntryFilter, plan: Pick<Plan, 'marks'>): boolean {
  const { kind, day, person, tag, starred, attended } = filter
  return (
    isUnset(kind, entry.kind) &&
    isUnset(day, entry.day) &&
    isUnset(starred, entry.highlight) &&
    isUnset(filter.private, entry.private) &&
    (attended !== true || wasThere(plan.marks[entry.sessionId ?? '']?.attendance ?? null)) &&
    hasName(person, () => peopleIn(entry)) &&
    hasName(tag, () => entry.tags)
  )
}

/** Whether a filter lets every entry through. */
export function isOpenFilter(filter: EntryFilter): boolean {
  return Object.values(filter).every((value) => value === null || value === undefined)
}

function isUnset<T>(wanted: T | null | undefined, value: T): boolean {
  return wanted === null || wanted === undefined || wanted === value
}

function hasName(wanted: string | null | undefined, names: () => readonly string[]): boolean {
  if (wanted === null || wanted === undefined) return true
  const folded = foldName(wanted)
  return names().some((name) => foldName(name) === folded)
}
