import { isTimeZone } from '../../electron/shared/time.ts'

/** Every zone that this runtime knows, in the order of the alphabet, with the given one among them. */
export function allZones(chosen: string): string[] {
  const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])
  if (isTimeZone(chosen)) zones.add(chosen)
  return [...zones].toSorted((a, b) => a.localeCompare(b, 'en'))
}

/** A zone as people read it: "Europe/Berlin" -> "Berlin, Europe". */
export function zoneName(zone: string): string {
  const parts = zone.replaceAll('_', ' ').split('/')
  return parts.toReversed().join(', ')
}

/** How far a zone's clocks are from UTC on a day: "UTC+2". */
export function zoneOffset(zone: string, day: string): string {
  const noon = new Date(`${day}T12:00:00Z`)
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(noon)
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? '').replace('GMT', 'UTC')
}

/** Letters alone, without case and accents: "São Paulo" and "sao_paulo" are the same. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLocaleLowerCase('en')
}

/**
 * The zone of a place, as far as names tell: the zone that is named after the city, else the one of the country if all
 * its clocks go alike on that day.
 *
 * @param country in English, or as its two letters
 * @returns `null` where the names do not decide it
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

/** Not every runtime has it, and some have it as a property. */
function zonesOfRegion(code: string): string[] {
  const locale: Intl.Locale & { getTimeZones?: () => string[] | undefined; timeZones?: string[] | undefined } =
    new Intl.Locale(`und-${code}`)
  return (locale.getTimeZones?.() ?? locale.timeZones ?? []).filter(isTimeZone)
}

let codes: ReadonlyMap<string, string> | null = null

function countryCode(country: string): string | null {
  const wanted = plain(country)
  if (wanted === '') return null
  codes ??= allCountries()
  return codes.get(wanted) ?? null
}

/** Name and two letters -> two letters, for every country that Intl can name. */
function allCountries(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
  const found = new Map<string, string>([
    ['uk', 'GB'],
    ['usa', 'US'],
  ])
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const name = names.of(code)
    if (name === undefined) continue
    // Codes that were given up ("DD") come with the name of what followed; the code in force is the one that has zones.
    if (!found.has(plain(name)) || zonesOfRegion(code).length > 0) found.set(plain(name), code)
    found.set(code.toLowerCase(), code)
  }
  found.set('uk', 'GB')
  return found
}
