import { foldName } from '../../shared/fold-text.ts'
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
 * Guesses the zone of a conference whose programme does not name it: from its city; its country, if that has only one
 * time; or else from the offsets of its times.
 *
 * @param here the zone of this computer, the guess if nothing is known or it fits as well
 */
export function guessTimeZone(read: ReadProgramme, here: string): string {
  return zoneOfCity(read.city) ?? zoneOfCountry(read.country) ?? zoneOfOffsets(read, here) ?? here
}

function zoneOfCity(city: string): string | null {
  const wanted = city.trim().replaceAll(' ', '_').toLowerCase()
  if (wanted === '') return null
  return Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase().endsWith(`/${wanted}`)) ?? null
}

/** All clocks of a country with one zone, or with several that agree, as in Germany. `null` for other countries. */
function zoneOfCountry(country: string): string | null {
  const code = codeOfCountry(country.trim())
  const zones = code === null ? [] : zonesIn(code)
  const [first] = zones
  if (first === undefined) return null
  const clocks = new Set(zones.map((zone) => seasons.map((instant) => minuteAt(instant, zone)).join(' ')))
  return clocks.size > 1 ? null : (likely.find((zone) => zones.includes(zone)) ?? first)
}

const seasons = ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z']

const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(65 + index))
const regions = letters.flatMap((first) => letters.map((second) => first + second))
/** A conference writes its country in one of these, or as a code. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl']

function codeOfCountry(country: string): string | null {
  if (/^[a-z]{2}$/i.test(country)) return country.toUpperCase()
  if (country === '') return null
  const wanted = foldName(country)
  for (const language of languages) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    const code = regions.find((region) => foldName(names.of(region) ?? '') === wanted)
    if (code !== undefined) return code
  }
  return null
}

/** Earlier versions of JavaScript have a property where later ones have a method. */
function zonesIn(code: string): string[] {
  const locale = new Intl.Locale(`und-${code}`)
  const zones: unknown =
    'getTimeZones' in locale && typeof locale.getTimeZones === 'function'
      ? locale.getTimeZones()
      : 'timeZones' in locale
        ? locale.timeZones
        : []
  return Array.isArray(zones) ? zones.filter((zone) => typeof zone === 'string').filter(isTimeZone) : []
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
