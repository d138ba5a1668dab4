import type { TripDetails } from '../../electron/shared/trip.ts'

/** The details of a trip, with the fields that the test is about. */
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

/** The smallest PNG possible: one pixel. */
export const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
