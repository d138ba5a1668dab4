import { newReport } from '../../shared/report/new-report.ts'
import { now } from '../../shared/time.ts'
import { type Trip, type TripDetails, TRIP_SCHEMA_VERSION } from '../../shared/trip.ts'

/** A trip without any entries. */
export function newTrip(details: TripDetails): Trip {
  const createdAt = now()
  return {
    schemaVersion: TRIP_SCHEMA_VERSION,
    id: crypto.randomUUID(),
    ...details,
    createdAt,
    updatedAt: createdAt,
    entries: [],
    deleted: [],
    photos: [],
    report: newReport(details),
  }
}
