import { isTimeZone, minuteAt } from '../../shared/time.ts'
import type { ReadProgramme } from './read-programme.ts'

/** A zone for each usual offset, where conferences are likeliest: the guess if only offsets are known. */
const likely = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Phoenix',
  'America/Sao_Paulo',
  'Europe/Helsinki',
  'Europe/Istanbul',
  'Africa/Lagos',
  'Africa/Johannesburg',
  'Africa/Nairobi',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Bangkok',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Australia/Brisbane',
  'Australia/Sydney',
  'Pacific/Auckland',
  'UTC',
]

/**
 * Guesses the zone of a conference whose programme does not name it: from its city, or else from the offsets of its
 * times.
 *
 * @param here the zone of this computer, the guess if nothing is known or it fits as well
 */
export function guessTimeZone(read: ReadProgramme, here: string): string {
  return zoneOfCity(read.city) ?? zoneOfOffsets(read, here) ?? here
}

function zoneOfCity(city: string): string | null {
  const wanted = city.trim().replaceAll(' ', '_').toLowerCase()
  if (wanted === '') return null
  return Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase().endsWith(`/${wanted}`)) ?? null
}

/** Times in UTC say nothing: many programs write all times like that. */
function zoneOfOffsets({ sessions }: ReadProgramme, here: string): string | null {
  const instants = sessions.flatMap(({ start }) =>
    start !== null && 'instant' in start && /[+-]\d\d:\d\d$/.test(start.instant) && !start.instant.endsWith('+00:00')
      ? [start.instant]
      : [],
  )
  if (instants.length === 0) return null
  const samples = [...new Set(instants)].slice(0, 20)
  const fits = (zone: string) => samples.every((instant) => minuteAt(instant, zone).slice(-6) === instant.slice(-6))
  return [here, ...likely].find((zone) => isTimeZone(zone) && fits(zone)) ?? null
}
