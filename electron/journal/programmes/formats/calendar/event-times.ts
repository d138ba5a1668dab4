import ICAL from 'ical.js'
import { instantAt } from '../../../../shared/zone-time.ts'
import type { ReadTime } from '../../read-programme.ts'
import { isDate, later, readDuration } from '../../read-time.ts'
import { type Component, parameterOf, propertiesOf, type Property, propertyOf, textOf } from './parse-calendar.ts'
import { offsetNamed, zoneAbbreviated, zoneNamed } from './zone-names.ts'

/** Reads the times of a calendar's events. */
export interface EventTimes {
  read(property: Property | undefined): ReadTime | null
  /** All values of a property that can have several. */
  readAll(properties: readonly Property[]): ReadTime[]
  /** The end of an event, by its end or duration; `null` if it has neither. */
  end(event: Component, start: ReadTime | null): ReadTime | null
}

/** @param calendar its time zones are used for names that mean nothing elsewhere */
export function eventTimes(calendar: Component): EventTimes {
  const definitions = new Map(
    calendar.components
      .filter(({ name }) => name === 'vtimezone')
      .map((definition) => [textOf(definition, 'tzid'), definition] as const),
  )
  const zones = new Map<string, (local: string) => ReadTime>()

  const inZone = (name: string): ((local: string) => ReadTime) => {
    const known = zones.get(name)
    if (known !== undefined) return known
    const made = readerFor(name, definitions.get(name))
    zones.set(name, made)
    return made
  }

  const readValue = (value: unknown, zone: string): ReadTime | null => {
    if (typeof value !== 'string') return null
    const [found, date = '', hours = '', minutes = '', seconds = '', utc] =
      /^(\d{4}-\d\d-\d\d)(?:T(\d\d)?:(\d\d)?:(\d\d)?(Z?))?$/.exec(value) ?? []
    if (found === undefined || !isDate(date)) return null
    if (hours === '') return { date }
    const local = `${date}T${hours}:${minutes || '00'}:${seconds || '00'}`
    if (Number.isNaN(Date.parse(`${local}Z`)) || hours === '24') return null
    if (utc === 'Z') return { instant: `${local}Z` }
    return zone === '' ? { local } : inZone(zone)(local)
  }

  const readAll = (properties: readonly Property[]): ReadTime[] =>
    properties.flatMap((property) =>
      property.values.flatMap((value) => {
        const time = readValue(Array.isArray(value) ? value[0] : value, parameterOf(property, 'tzid'))
        return time === null ? [] : [time]
      }),
    )

  const read = (property: Property | undefined) => readAll(property === undefined ? [] : [property])[0] ?? null

  return {
    read,
    readAll,
    end(event, start) {
      const end = read(propertyOf(event, 'dtend'))
      if (end !== null) return end
      return later(start, readDuration(textOf(event, 'duration').replace(/^\+/, '')))
    },
  }
}

function readerFor(name: string, definition: Component | undefined): (local: string) => ReadTime {
  const place = definition === undefined ? '' : textOf(definition, 'x-lic-location')
  // What computers know about a zone is better than what a calendar says of it.
  const zone = zoneNamed(name) ?? zoneNamed(place) ?? (definition === undefined ? zoneAbbreviated(name) : null)
  if (zone !== null) return (local) => ({ instant: instantIn(local, zone) })
  const defined = definition === undefined ? null : definedZone(definition, name)
  if (defined === null) {
    const offset = offsetNamed(name)
    return (local) => (offset === null ? { local } : { instant: `${local}${offset}` })
  }
  return (local) => ({ instant: `${local}${formatOffset(defined.utcOffset(ICAL.Time.fromDateTimeString(local)))}` })
}

function instantIn(local: string, zone: string): string {
  const [day = '', clock = ''] = local.split('T')
  return instantAt(day, clock, zone)
}

const two = (value: number) => String(value).padStart(2, '0')

function formatOffset(seconds: number): string {
  const minutes = Math.abs(Math.trunc(seconds / 60))
  return `${seconds < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`
}

/** A zone as a calendar defines it. */
function definedZone(definition: Component, tzid: string): ICAL.Timezone | null {
  try {
    const component = new ICAL.Component(asJcal(definition))
    return new ICAL.Timezone({ component, tzid })
  } catch {
    return null
  }
}

function asJcal({ name, properties, components }: Component): [string, unknown[], unknown[]] {
  return [
    name,
    properties.filter(isHarmless).map((one) => [one.name, one.parameters, one.type, ...one.values]),
    components.filter((one) => isRead(one)).map(asJcal),
  ]
}

/** A change of the clocks that the library can read. */
function isRead(change: Component): boolean {
  return ['dtstart', 'tzoffsetfrom', 'tzoffsetto'].every((name) => propertiesOf(change, name).length === 1)
}

/**
 * The library looks for the next date of a rule until it finds one, or forever. This is the only kind of rule that zones
 * have: the first to fourth or the last of a weekday, in a month of each year.
 */
function isHarmless({ name, values }: Property): boolean {
  if (name === 'rdate') return values.length < 200
  if (name !== 'rrule') return true
  const rule = JSON.stringify(values)
  return /^\[\{"freq":"YEARLY"(?:,"(?:until":"[\dTZ:-]+"|bymonth":\d+|byday":"(?:-1|\+?[1-4])[A-Z]{2}"|wkst":\d)){1,4}\}\]$/.test(
    rule,
  )
}
