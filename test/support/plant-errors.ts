import type { CheckedField } from '../../electron/shared/check/remark.ts'
import type { Entry, Trip } from '../../electron/shared/trip.ts'
import { addDays } from '../../electron/shared/time.ts'
import { seeded } from '../torture/random.ts'
import type { ReportWithProgramme } from './check-reports.ts'

type Random = () => number

/** An error in a copy of a report. */
export interface Planted {
  kind: string
  /** The field, and the range of the wrong words in it; those of an entry's day are at 0. */
  field: CheckedField
  from: number
  to: number
  wrong: string
  right: string
}

const pick = <T>(items: readonly T[], random: Random): T | undefined => items[Math.floor(random() * items.length)]

/** Puts one or two letters of a word wrong. */
export function misspell(word: string, letters: number, random: Random): string {
  let wrong = word
  for (let left = letters; left > 0; left--) {
    const at = 1 + Math.floor(random() * (wrong.length - 2))
    const before = wrong.slice(0, at)
    const [one = '', two = ''] = [wrong[at], wrong[at + 1]]
    const other =
      pick(
        Array.from('aeiounrstl').filter((letter) => letter !== one),
        random,
      ) ?? 'x'
    const edits = [before + wrong.slice(at + 1), before + one + wrong.slice(at), before + other + wrong.slice(at + 1)]
    if (one !== two) edits.push(before + two + one + wrong.slice(at + 2))
    wrong = pick(edits, random) ?? wrong
  }
  return wrong === word ? misspell(word, letters, random) : wrong
}

/** A place in a report where an error can be. */
interface Spot {
  kind: string
  field: CheckedField
  from: number
  right: string
  make: (random: Random) => string
}

interface Field {
  field: CheckedField
  text: string
  entry: Entry | null
}

function fieldsOf(trip: Trip): Field[] {
  const fields: Field[] = [{ field: { of: 'report', field: 'lead' }, text: trip.report.lead, entry: null }]
  for (const entry of trip.entries) {
    const own = (field: 'text' | 'title' | 'room', text: string) =>
      fields.push({ field: { of: 'entry', entryId: entry.id, field }, text, entry })
    own('text', entry.text)
    if (entry.kind !== 'talk') continue
    own('title', entry.title)
    own('room', entry.room)
    for (const [index, { name }] of entry.speakers.entries()) {
      fields.push({ field: { of: 'speaker', entryId: entry.id, index }, text: name, entry })
    }
  }
  return fields
}

const numbers: readonly (readonly string[])[] = [
  ['first day', 'second day', 'third day'],
  ['erste Tag', 'zweite Tag', 'dritte Tag'],
  ['premier jour', 'deuxième jour', 'troisième jour'],
  ['primer día', 'segundo día', 'tercer día'],
  ['eerste dag', 'tweede dag', 'derde dag'],
  ['primo giorno', 'secondo giorno', 'terzo giorno'],
]

/** Every place where an error can be planted, by kind. */
function spotsIn({ trip, programme }: ReportWithProgramme): Spot[] {
  const spots: Spot[] = []
  const people = [...new Set(programme.sessions.flatMap(({ speakers }) => speakers.map(({ name }) => name)))]
  const places = [trip.city, ...trip.tags, ...programme.rooms.filter((room) => room.length > 4)]
  for (const { field, text, entry } of fieldsOf(trip)) {
    const add = (kind: string, right: string, make: Spot['make'], within = text) => {
      for (let from = within.indexOf(right); from !== -1; from = within.indexOf(right, from + 1)) {
        const [before, after] = [within[from - 1] ?? ' ', within[from + right.length] ?? ' ']
        if (!/\p{L}/u.test(before) && !/\p{L}/u.test(after)) spots.push({ kind, field, from, right, make })
      }
    }
    const isName = field.of === 'speaker'
    const isProse = field.of === 'report' || (field.of === 'entry' && field.field === 'text')
    for (const name of isProse || isName ? people : []) {
      add('full name', name, (random) => offName(name, random))
      const others = people.filter((other) => !isBeside(programme, name, other))
      const isAlone = entry?.kind === 'talk' && entry.speakers.length === 1
      if (isAlone && (isName || text.startsWith(name))) add('speaker', name, (random) => pick(others, random) ?? name)
      for (const word of isProse ? name.split(' ').filter((one) => one.length >= 5) : []) {
        const alone = people.reduce((rest, one) => rest.replaceAll(one, (found) => ' '.repeat(found.length)), text)
        add('single name', word, (random) => misspell(word, 1, random), alone)
      }
    }
    for (const { title } of isProse || (field.of === 'entry' && field.field === 'title') ? programme.sessions : []) {
      const words = title.split(/[^\p{L}]+/u).filter((word) => word.length >= 6)
      if (words.length === 0) continue
      add('title', title, (random) => {
        const word = pick(words, random) ?? ''
        return title.replace(word, misspell(word, 1 + Math.floor(random() * 2), random))
      })
    }
    const isRoom = field.of === 'entry' && field.field === 'room'
    for (const place of isProse || isRoom ? places : []) {
      const word = place.split(' ').toSorted((a, b) => b.length - a.length)[0] ?? ''
      if (word.length >= 5 && !/\d/.test(word))
        add('place', place, (random) => place.replace(word, misspell(word, 1, random)))
    }
    const rooms = programme.rooms.filter((room) => room !== text)
    if (isRoom && rooms.length > 0) add('room', text, (random) => pick(rooms, random) ?? '')
    for (const days of isProse && entry !== null ? numbers : []) {
      for (const right of days) {
        const same = (word: string) => (text.includes(right) ? word : word.charAt(0).toUpperCase() + word.slice(1))
        const wrong = days.filter((day) => day !== right).map(same)
        add('day', same(right), (random) => pick(wrong, random) ?? '')
      }
    }
  }
  if (trip.report.arrangement === 'day') {
    for (const { id, day, kind } of trip.entries) {
      if (kind !== 'talk') continue
      const wrong = day === trip.lastDay ? addDays(day, -1) : addDays(day, 1)
      spots.push({ kind: 'entry day', field: { of: 'day', entryId: id, day }, from: 0, right: day, make: () => wrong })
    }
  }
  return spots
}

function offName(name: string, random: Random): string {
  const words = name.split(' ')
  const word =
    pick(
      words.filter(({ length }) => length >= 4),
      random,
    ) ?? name
  return name.replace(word, misspell(word, word.length >= 7 && random() < 0.4 ? 2 : 1, random))
}

function isBeside({ sessions }: ReportWithProgramme['programme'], one: string, other: string): boolean {
  return sessions.some(({ speakers }) =>
    [one, other].every((name) => speakers.some((speaker) => speaker.name === name)),
  )
}

/** Of each kind, at least this many errors in a report that has a place for them. */
const wanted = [
  'full name',
  'full name',
  'single name',
  'title',
  'place',
  'room',
  'speaker',
  'day',
  'entry day',
] as const

/** Plants errors in a copy of a report, one at each place. */
export function plantErrors(report: ReportWithProgramme, count: number, seed: number) {
  const numbersOf = seeded(seed)
  const random = () => numbersOf.next()
  const spots = spotsIn(report)
  const chosen: Spot[] = []
  const isFree = (spot: Spot) =>
    chosen.every(
      (other) =>
        JSON.stringify(other.field) !== JSON.stringify(spot.field) ||
        other.from + other.right.length <= spot.from ||
        spot.from + spot.right.length <= other.from,
    )
  const choose = (kind: string | null) => {
    const spot = pick(
      spots.filter((one) => (kind === null || one.kind === kind) && isFree(one)),
      random,
    )
    if (spot !== undefined && chosen.length < count) chosen.push(spot)
  }
  for (const kind of wanted) choose(kind)
  while (chosen.length < count) choose(pick(['full name', 'single name', 'title', 'place', null], random) ?? null)

  const planted: Planted[] = []
  let { trip } = report
  for (const spot of chosen.toSorted((a, b) => a.from - b.from)) {
    const wrong = spot.make(random)
    const shift = planted
      .filter(({ field }) => JSON.stringify(field) === JSON.stringify(spot.field))
      .reduce((sum, one) => sum + one.wrong.length - one.right.length, 0)
    const from = spot.from + shift
    trip = withText(trip, spot.field, (text) => text.slice(0, from) + wrong + text.slice(from + spot.right.length))
    planted.push({ kind: spot.kind, field: spot.field, from, to: from + wrong.length, wrong, right: spot.right })
    if (spot.field.of === 'day') trip = withDay(trip, spot.field.entryId, wrong)
  }
  return { trip, planted }
}

function withDay(trip: Trip, entryId: string, day: string): Trip {
  return { ...trip, entries: trip.entries.map((entry) => (entry.id === entryId ? { ...entry, day } : entry)) }
}

function withText(trip: Trip, field: CheckedField, change: (text: string) => string): Trip {
  if (field.of === 'report') return { ...trip, report: { ...trip.report, lead: change(trip.report.lead) } }
  const entries = trip.entries.map((entry): Entry => {
    if (!('entryId' in field) || field.entryId !== entry.id) return entry
    if (field.of === 'speaker' && entry.kind === 'talk') {
      return {
        ...entry,
        speakers: entry.speakers.map((one, index) =>
          index === field.index ? { ...one, name: change(one.name) } : one,
        ),
      }
    }
    if (field.of !== 'entry') return entry
    if (field.field === 'text') return { ...entry, text: change(entry.text) }
    if (entry.kind !== 'talk') return entry
    return field.field === 'title' ? { ...entry, title: change(entry.title) } : { ...entry, room: change(entry.room) }
  })
  return { ...trip, entries }
}
