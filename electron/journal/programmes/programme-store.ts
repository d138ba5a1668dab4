import { type Plan, type Programme, emptyPlan } from '../../shared/programme.ts'
import type { ProgrammeState } from '../../shared/contract/programme.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { changeContent, readContent } from '../library/json-content.ts'
import type { Library } from '../library/library.ts'
import { plan as planFile } from '../trip-folder/plan.ts'
import { schedule } from '../trip-folder/schedule.ts'
import { findYours } from './find-yours.ts'
import { findDoubles, joinEntries, joinMarks } from './join-doubles.ts'

/** The names of the files that hold a trip's programme and plan. */
export const programmeFiles: ReadonlySet<string> = new Set([schedule.name, planFile.name])

/** Reads the programme and the plan of a trip, as they are shown. */
export async function readProgramme(library: Library, tripId: string): Promise<Result<ProgrammeState>> {
  const all = await readAll(library, tripId)
  return all.ok ? ok(shownState(all.value.programme, all.value.plan, all.value.trip)) : all
}

/**
 * Joins sessions that a merge has left in a trip twice, with what was noted and written about either. If the trip cannot
 * be changed now, they are joined another time.
 *
 * @returns whether entries of the trip have changed
 */
export async function joinDoubles(library: Library, tripId: string): Promise<boolean> {
  const all = await readAll(library, tripId)
  if (!all.ok || all.value.programme === null) return false
  const { programme, plan, trip } = all.value
  const doubles = findDoubles(programme, findYours(plan, trip))
  if (doubles.size === 0) return false
  const joined = await library.update(tripId, (current) => ok(joinEntries(current, doubles)))
  if (!joined.ok) return false
  await changePlan(library, tripId, (current) => joinMarks(current, doubles))
  return joinEntries(trip, doubles) !== trip
}

/** Reads a trip, its whole programme and its plan. */
export async function readAll(
  library: Library,
  tripId: string,
): Promise<Result<{ trip: Trip; programme: Programme | null; plan: Plan }>> {
  const trip = await library.open(tripId)
  if (!trip.ok) return trip
  const programme = await readContent(library, tripId, schedule)
  if (!programme.ok) return programme
  const plan = await readContent(library, tripId, planFile)
  return plan.ok ? ok({ trip: trip.value, programme: programme.value, plan: plan.value ?? emptyPlan }) : plan
}

/**
 * The state as it is shown: a dropped session is left out unless its mark or an entry says that it matters. A merge with
 * another computer's programme keeps all of them, because it does not know.
 */
export function shownState(programme: Programme | null, plan: Plan, trip: Pick<Trip, 'entries'>): ProgrammeState {
  if (programme === null) return { programme: null, plan }
  const yours = findYours(plan, trip)
  const sessions = programme.sessions.filter(({ id, isDropped }) => !isDropped || yours.has(id))
  const shown = sessions.length === programme.sessions.length ? programme : { ...programme, sessions }
  return { programme: isBlank(shown) ? null : shown, plan }
}

/**
 * Undoing the first import leaves a programme without a format: a file of the trip is never removed. It may still have
 * dropped sessions that matter.
 */
function isBlank({ format, sessions }: Programme): boolean {
  return format === '' && sessions.length === 0
}

/** A programme that counts as none. */
export function blankProgramme(importedAt: string, timeZone: string): Programme {
  return {
    title: '',
    url: '',
    version: '',
    format: '',
    address: '',
    fileName: '',
    importedAt,
    timeZone,
    rooms: [],
    tracks: [],
    sessions: [],
    changed: {},
  }
}

/**
 * Replaces the programme of a trip. A damaged one is replaced too: it can be imported again.
 *
 * @param change computes the new programme from the current one, which is `null` in a trip without a programme
 */
export function changeProgramme(
  library: Library,
  tripId: string,
  change: (programme: Programme | null) => Result<Programme>,
): Promise<Result<Programme>> {
  return changeContent(library, tripId, schedule, change, true)
}

/** Changes the plan of a trip. */
export async function changePlan(
  library: Library,
  tripId: string,
  change: (plan: Plan) => Plan,
): Promise<Result<Plan>> {
  return await changeContent(library, tripId, planFile, (plan) => ok(change(plan ?? emptyPlan)), false)
}
