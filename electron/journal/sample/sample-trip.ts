import type { Plan, Programme } from '../../shared/programme.ts'
import type { Entry, Report, TripDetails } from '../../shared/trip.ts'
import type { SamplePicture } from './sample-picture.ts'

/** A trip that shows what Lanyard is for. It is fictional. */
export interface SampleTrip {
  /** The trip's id is derived from this name. */
  name: string
  details: TripDetails
  entries: Entry[]
  pictures: SamplePicture[]
  report: Report
  /** `null` if the trip has no programme. */
  programme: Programme | null
  plan: Plan
}
