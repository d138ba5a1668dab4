import { assertNever } from '../../electron/shared/result.ts'
import { addDays } from '../../electron/shared/time.ts'
import { instantAt } from '../../electron/shared/zone-time.ts'
import type { EntryChanges, EntryKind, ReportChanges, TripDetails } from '../../electron/shared/trip.ts'
import type { Random } from './random.ts'

/* Texts that somebody may type anywhere. */

const words = ['tea', 'Wört', '日本', '👩🏽‍🚀', 'a\0b', 'שלום', '\uD800', '"q" \\', 'line\nbreak\r\n', '']
const zones = ['Europe/Berlin', 'Asia/Kolkata', 'America/New_York', 'Pacific/Apia']

export function someText(random: Random): string {
  return Array.from({ length: random.below(6) }, () => random.pick(words)).join(' ')
}

export function someDay(random: Random): string {
  return addDays('2026-03-27', random.below(5))
}

export function someDetails(random: Random): TripDetails {
  const firstDay = someDay(random)
  return {
    title: `Trip ${random.below(100)} ${someText(random)}`,
    venue: someText(random),
    city: someText(random),
    country: someText(random),
    firstDay,
    lastDay: addDays(firstDay, random.below(4)),
    timeZone: random.pick(zones),
    language: random.pick(['en', 'de', 'fr']),
    authors: random.chance(0.5) ? [someText(random)] : [],
    tags: random.chance(0.5) ? [someText(random), 'tag'] : [],
  }
}

export function someChanges(random: Random, kind: EntryKind, day: string, timeZone: string): EntryChanges {
  const clock = `${String(random.below(24)).padStart(2, '0')}:${random.pick(['00', '15', '30'])}`
  const common = {
    ...(random.chance(0.7) && { text: someText(random) }),
    ...(random.chance(0.4) && { start: random.pick([null, instantAt(day, clock, timeZone)]) }),
    ...(random.chance(0.2) && { tags: [someText(random)] }),
    ...(random.chance(0.2) && { highlight: random.chance(0.5) }),
    ...(random.chance(0.2) && { private: random.chance(0.5) }),
  }
  switch (kind) {
    case 'talk':
      return {
        kind,
        ...common,
        ...(random.chance(0.5) && { title: someText(random), room: someText(random) }),
        ...(random.chance(0.3) && { speakers: [{ name: someText(random), role: '', affiliation: someText(random) }] }),
        ...(random.chance(0.3) && { end: random.pick([null, instantAt(day, clock, timeZone)]) }),
        ...(random.chance(0.3) && { links: [{ label: someText(random), url: 'https://example.org' }] }),
      }
    case 'note':
      return { kind, ...common, ...(random.chance(0.5) && { title: someText(random) }) }
    case 'encounter':
      return { kind, ...common, ...(random.chance(0.5) && { who: someText(random), context: someText(random) }) }
    default:
      return assertNever(kind)
  }
}

/** @param ids of entries that the report may name, including some that do not exist */
export function someReport(random: Random, ids: readonly string[]): ReportChanges {
  const section = () => ({
    id: crypto.randomUUID(),
    heading: someText(random),
    ...(random.chance(0.5) && { text: someText(random), numberedEntries: random.chance(0.5) }),
    entryIds: ids.filter(() => random.chance(0.3)),
  })
  const record = () => ({
    include: random.chance(0.5),
    heading: random.pick([null, '', someText(random)]),
    excerpt: random.pick([null, someText(random)]),
    talk: null,
  })
  const all: ReportChanges = {
    title: someText(random),
    lead: someText(random),
    closing: { heading: someText(random), text: someText(random) },
    arrangement: random.pick(['day', 'theme'] as const),
    dayHeadings: {
      style: random.pick(['ordinal', 'number', 'date'] as const),
      own: { [someDay(random)]: someText(random) },
    },
    publishedOn: random.pick([null, someDay(random)]),
    publishedTime: random.pick(['', '19:00', '07:30:00+02:00']),
    published: random.chance(0.5),
    description: someText(random),
    categories: [someText(random)],
    slug: random.pick(['', 'a-name']),
    sections: Array.from({ length: random.below(4) }, section),
    entries: Object.fromEntries(ids.filter(() => random.chance(0.2)).map((id) => [id, record()])),
    headingLevel: random.pick([1, 2, 3] as const),
    authors: [someText(random)],
  }
  return Object.fromEntries(Object.entries(all).filter(() => random.chance(0.3)))
}
