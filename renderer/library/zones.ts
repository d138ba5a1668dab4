import { locale } from '../../electron/shared/messages/translate.ts'
import { isTimeZone } from '../../electron/shared/time.ts'

/** Every zone that this runtime knows, and the given one, in alphabetical order. */
export function allZones(chosen: string): string[] {
  const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])
  if (isTimeZone(chosen)) zones.add(chosen)
  return [...zones].toSorted((a, b) => a.localeCompare(b, locale()))
}

/** The name of a zone for display: "Europe/Berlin" becomes "Berlin, Europe". */
export function zoneName(zone: string): string {
  const parts = zone.replaceAll('_', ' ').split('/')
  return parts.toReversed().join(', ')
}

/** The offset of a zone from UTC on a day: "UTC+2". */
export function zoneOffset(zone: string, day: string): string {
  const noon = new Date(`${day}T12:00:00Z`)
  const parts = new Intl.DateTimeFormat(locale(), { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(noon)
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? '').replace('GMT', 'UTC')
}

/** Text without case, accents and punctuation, for comparisons: "São Paulo" and "sao_paulo" become the same. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLocaleLowerCase('en')
}

/**
 * Guesses the zone of a place from its name: the zone that is named after the city, or else the country's zone if all
 * its clocks show the same time on that day.
 *
 * @param country its name in English or in the language in use, or its two-letter code
 * @returns `null` if the names do not decide it
 */
export function zoneOfPlace(city: string, country: string, day: string): string | null {
  const wanted = plain(city)
  const named =
    wanted === '' ? undefined : allZones('UTC').find((zone) => plain(zone.split('/').at(-1) ?? '') === wanted)
  return named ?? zoneOfCountry(country, day)
}

function zoneOfCountry(country: string, day: string): string | null {
  const code = countryCode(country)
  if (code === null) return null
  const zones = zonesOfRegion(code)
  const offsets = new Set(zones.map((zone) => zoneOffset(zone, day)))
  return offsets.size === 1 ? (zones[0] ?? null) : null
}

/** Not every runtime has `getTimeZones`, and some have a property instead. */
function zonesOfRegion(code: string): string[] {
  const region: Intl.Locale & { getTimeZones?: () => string[] | undefined; timeZones?: string[] | undefined } =
    new Intl.Locale(`und-${code}`)
  return (region.getTimeZones?.() ?? region.timeZones ?? []).filter(isTimeZone)
}

let codes: ReadonlyMap<string, string> | null = null

function countryCode(country: string): string | null {
  const wanted = plain(country)
  if (wanted === '') return null
  codes ??= allCountries()
  return codes.get(wanted) ?? null
}

/** Maps the names and codes of all countries that Intl can name to their two-letter codes. */
function allCountries(): ReadonlyMap<string, string> {
  const languages = [...new Set(['en', locale()])]
  const names = languages.map((of) => new Intl.DisplayNames(of, { type: 'region', fallback: 'none' }))
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
  const found = new Map<string, string>([
    ['uk', 'GB'],
    ['usa', 'US'],
  ])
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    for (const name of names.flatMap((of) => of.of(code) ?? [])) {
      // Withdrawn codes ("DD") have the name of the country's successor; the current code is the one that has zones.
      if (!found.has(plain(name)) || zonesOfRegion(code).length > 0) found.set(plain(name), code)
      found.set(code.toLowerCase(), code)
    }
  }
  found.set('uk', 'GB')
  return found
}
