import type { z } from 'zod'
import { fail, ok, type Result } from '../../shared/result.ts'
import { entrySchema, otherReportSchema, photoSchema, reportSchema, type Trip, tripSchema } from '../../shared/trip.ts'

/** The parts of a trip that are checked one by one. */
const checkedApart = { entries: true, deleted: true, photos: true, report: true, reports: true } as const
const detailsSchema = tripSchema.omit(checkedApart)
const deletedSchema = tripSchema.shape.deleted.element

/** Parts of trips that are known to match the schema. */
const checked = new WeakSet<object>()

/**
 * Checks whether a trip could be read back once it is written. Only parts that are new since it was read or last
 * checked are validated.
 *
 * @param before the trip before the change, which was checked; `null` for a new trip
 */
export function checkTrip(trip: Trip, before: Trip | null): Result<Trip> {
  const problem =
    (before === null || !hasSameDetails(trip, before) ? checkDetails(trip) : null) ??
    checkParts(entrySchema, trip.entries, before?.entries) ??
    checkParts(deletedSchema, trip.deleted, before?.deleted) ??
    checkParts(photoSchema, trip.photos, before?.photos) ??
    checkParts(reportSchema, [trip.report], undefined) ??
    checkParts(otherReportSchema, trip.reports ?? [], before?.reports)
  if (problem !== null) {
    return fail('input.not-a-trip', { detail: problem })
  }
  const twice = findRepeated(trip, before)
  if (twice !== null) return fail('input.repeated', { what: twice === 'entry' ? 'entry' : 'other' })
  return ok(trip)
}

/** Notes that a trip was parsed by its schema. */
export function trustTrip({ entries, deleted, photos, report, reports = [] }: Trip): void {
  for (const part of [...entries, ...deleted, ...photos, report, ...reports]) checked.add(part)
}

/**
 * Finds an id that occurs twice in a trip; returns `null` if there is no such id.
 *
 * @param before an earlier state of the trip without repeated ids
 */
export function findRepeated(trip: Trip, before: Trip | null): 'entry' | 'picture' | 'report' | null {
  if (before === null || before.deleted !== trip.deleted || !hasSameIds(trip.entries, before.entries)) {
    const entryIds = new Set(trip.entries.map((entry) => entry.id))
    for (const { entry } of trip.deleted) entryIds.add(entry.id)
    if (entryIds.size < trip.entries.length + trip.deleted.length) return 'entry'
  }
  if (new Set(trip.photos.map((photo) => photo.id)).size < trip.photos.length) return 'picture'
  const { reports = [] } = trip
  return new Set([trip, ...reports].map(({ id }) => id)).size <= reports.length ? 'report' : null
}

/** Describes the first problem in a file, and where it is. */
export function whereOf(error: z.ZodError): string {
  const issue = error.issues[0]
  return issue === undefined ? 'unknown' : `${issue.path.join('.')}: ${issue.message}`.slice(0, 300)
}

function checkDetails({
  entries: _e,
  deleted: _d,
  photos: _p,
  report: _r,
  reports: _o,
  ...details
}: Trip): string | null {
  return firstProblem(detailsSchema, details)
}

/** Validating a time zone takes as long as checking many entries, and the zone hardly ever changes. */
function hasSameDetails(trip: Trip, before: Trip): boolean {
  const keys = Object.keys(trip) as (keyof Trip)[]
  return keys.every((key) => {
    // The store itself sets `updatedAt` and `writers`.
    return key in checkedApart || key === 'updatedAt' || key === 'writers' || trip[key] === before[key]
  })
}

function checkParts(schema: z.ZodType, parts: readonly object[], before: readonly object[] | undefined): string | null {
  if (parts === before) return null
  for (const [index, part] of parts.entries()) {
    // Most parts have not moved, which is faster to compare than to look up.
    if (part === before?.[index] || checked.has(part)) continue
    const problem = firstProblem(schema, part)
    if (problem !== null) return problem
    checked.add(part)
  }
  return null
}

function firstProblem(schema: z.ZodType, value: unknown): string | null {
  const parsed = schema.safeParse(value)
  return parsed.success ? null : whereOf(parsed.error)
}

function hasSameIds(parts: readonly { id: string }[], before: readonly { id: string }[]): boolean {
  return parts.length === before.length && parts.every((part, index) => part.id === before[index]?.id)
}
