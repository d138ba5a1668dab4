import type { TripDetails } from '../../electron/shared/trip.ts'

/** A trip's details for a test, with what the test is about in place of the rest. */
export function someTrip(changes: Partial<TripDetails> = {}): TripDetails {
  return {
    title: 'Lantern Conf 2026',
    venue: 'Kraftwerk',
    city: 'Darmstadt',
    country: 'Germany',
    firstDay: '2026-04-14',
    lastDay: '2026-04-16',
    timeZone: 'Europe/Berlin',
    language: 'en',
    authors: ['Ada Example'],
    tags: ['python'],
    ...changes,
  }
}

/** The smallest PNG there is: one pixel. */
export const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
