import type { Entry, Report, TripDetails } from '../../shared/trip.ts'
import type { SamplePicture } from './sample-picture.ts'

/** A trip that shows what Lanyard is for. Nothing in it happened. */
export interface SampleTrip {
  /** From which its identifier is made. */
  name: string
  details: TripDetails
  entries: Entry[]
  pictures: SamplePicture[]
  report: Report
}
