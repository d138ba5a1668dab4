import { fail, type Failure } from '../../shared/result.ts'
import type { Entry, Trip } from '../../shared/trip.ts'

export function without(trip: Trip, entryId: string): Entry[] {
  return trip.entries.filter((entry) => entry.id !== entryId)
}

export function findEntry(trip: Trip, entryId: string): Entry | undefined {
  return trip.entries.find((entry) => entry.id === entryId)
}

export function entryMissing(): { ok: false; error: Failure } {
  return fail('entry.missing')
}
