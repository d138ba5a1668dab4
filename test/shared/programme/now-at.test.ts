import { describe, expect, test } from 'vitest'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import { isBreak } from '../../../electron/shared/programme/is-break.ts'
import { type NowInput, nowAt } from '../../../electron/shared/programme/now-at.ts'
import {
  emptyPlan,
  type Mark,
  noMark,
  type Plan,
  type Programme,
  type Session,
} from '../../../electron/shared/programme.ts'
import type { Talk } from '../../../electron/shared/trip.ts'
import { instantAt } from '../../../electron/shared/zone-time.ts'

const zone = 'Europe/Berlin'
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** `09:00` on the first day, `2 09:00` on the second. */
function moment(clock: string, timeZone = zone): string {
  const [time = '', day = '1'] = clock.split(' ').toReversed()
  return instantAt(`2026-04-1${3 + Number(day)}`, time, timeZone)
}

let made = 0
function session(title: string, room: string, from: string | null, to: string | null, more: Partial<Session> = {}) {
  made += 1
  const start = from === null ? null : moment(from)
  const item: Session = {
    id: idOf(made),
    source: String(made),
    title,
    subtitle: '',
    type: '',
    track: '',
    room,
    language: '',
    start,
    end: to === null ? null : moment(to),
    day: start === null ? null : start.slice(0, 10),
    speakers: [],
    abstract: '',
    links: [],
    feedbackUrl: '',
    isCancelled: false,
    isDropped: false,
    ...more,
  }
  return item
}

const opening = session('Opening', 'Europium', '09:00', '09:30')
const browser = session('State of In-Browser ML', 'Europium', '10:45', '11:15')
const pair = session('Pair & Share', 'Helium', '10:45', '12:15')
const polars = session('Polars', 'Europium', '11:25', '11:55')
const typing = session('Typing', 'Platinum', '11:25', '11:55')
const lunch = session('Lunch', 'Foyer', '12:15', '13:15')
const expo = session('Exhibition', 'Foyer', '09:00', '18:00')
const concert = session('Concert', 'Europium', '2 00:15', '2 01:30', { day: '2026-04-14' })
const second = session('Second day', 'Europium', '2 09:00', '2 10:00')
const noTime = session('Not yet placed', 'Europium', null, null)
const cancelled = session('Cancelled', 'Helium', '09:00', '09:30', { isCancelled: true })
const dropped = session('Dropped', 'Helium', '09:00', '09:30', { isDropped: true })
const sessions = [opening, browser, pair, polars, typing, lunch, expo, concert, second, noTime, cancelled, dropped]

const programme = (of: readonly Session[] = sessions): Programme => ({
  title: 'PyCon DE',
  url: '',
  version: '',
  format: 'test',
  address: '',
  fileName: '',
  importedAt: '2026-04-01T00:00:00Z',
  timeZone: zone,
  rooms: ['Europium', 'Helium', 'Platinum', 'Foyer'],
  tracks: [],
  sessions: [...of],
  changed: {},
})

const planWith = (...marks: [Session, Partial<Mark>][]): Plan => ({
  ...emptyPlan,
  marks: Object.fromEntries(marks.map(([{ id }, mark]) => [id, { ...noMark, ...mark }])),
})

const talk = (title: string, start: string, more: Partial<Talk> = {}): Talk => {
  const entry = newEntry('talk', moment(start).slice(0, 10), moment(start))
  if (entry.kind !== 'talk') throw new Error('not a talk')
  return { ...entry, title, ...more }
}

const ask = (clock: string, more: Partial<NowInput> = {}) =>
  nowAt({
    programme: programme(),
    plan: emptyPlan,
    entries: [],
    firstDay: '2026-04-14',
    lastDay: '2026-04-15',
    timeZone: zone,
    at: moment(clock),
    ...more,
  })

const titles = (of: readonly { title: string }[]) => of.map(({ title }) => title)

const current = (clock: string, more?: Partial<NowInput>) => ask(clock, more).current?.title ?? null

describe('what is on', () => {
  test.each<[string, string[]]>([
    ['08:59', []],
    ['09:00', ['Opening', 'Exhibition']],
    ['09:29', ['Opening', 'Exhibition']],
    ['09:30', ['Exhibition']],
    ['10:52', ['State of In-Browser ML', 'Pair & Share', 'Exhibition']],
    ['11:30', ['Polars', 'Pair & Share', 'Typing', 'Exhibition']],
    ['12:30', ['Lunch', 'Exhibition']],
    ['18:00', []],
    ['2 00:15', ['Concert']],
  ])('at %s, every session that has begun and not ended is on, breaks last', (clock, expected) => {
    expect(titles(ask(clock).on)).toEqual(expected)
  })

  test('minutes left are those that one counts on a clock without seconds', () => {
    const { on } = ask('10:52', { at: '2026-04-14T10:52:40+02:00' })
    expect(on.map(({ minutes }) => minutes)).toEqual([23, 83, 428])
  })

  test('what is starred comes first, and what is attended or written about before that', () => {
    const plan = planWith([typing, { star: 'maybe' }], [pair, { star: 'go' }])
    expect(titles(ask('11:30', { plan }).on)).toEqual(['Pair & Share', 'Typing', 'Polars', 'Exhibition'])
    const entries = [talk('Polars', '11:25', { sessionId: polars.id })]
    expect(titles(ask('11:30', { plan, entries }).on)).toEqual(['Polars', 'Pair & Share', 'Typing', 'Exhibition'])
  })

  test('hidden rooms and tracks are left out unless something in them is starred', () => {
    const hidden = { Helium: { value: true, changedAt: '2026-04-01T00:00:00Z' } }
    expect(titles(ask('10:52', { plan: { ...emptyPlan, hiddenRooms: hidden } }).on)).not.toContain('Pair & Share')
    const plan = { ...planWith([pair, { star: 'later' }]), hiddenRooms: hidden }
    expect(titles(ask('10:52', { plan }).on)).toContain('Pair & Share')
  })

  test('a session without an end lasts until the next one in its room, but no longer than an hour', () => {
    const open = session('Open', 'A', '09:00', null)
    const of = [open, session('Beside it', 'B', '09:10', '09:20'), session('Next', 'A', '09:40', null)]
    const on = (clock: string) => titles(ask(clock, { programme: programme(of) }).on)
    expect([on('09:39'), on('09:40'), on('10:39'), on('10:40')]).toEqual([['Open'], ['Next'], ['Next'], []])
  })

  test('the zone of the computer and the offset of an instant change nothing', () => {
    const at = '2026-04-14T01:52:00-07:00'
    expect(titles(ask('10:52', { at }).on)).toEqual(titles(ask('10:52').on))
  })

  test('own sessions are on like those of the programme, and removed ones are not', () => {
    const own = session('Birds of a feather', 'Foyer', '10:50', '11:10')
    const planOf = (isRemoved: boolean) => ({
      ...emptyPlan,
      own: [{ session: own, changedAt: '2026-04-14T08:00:00Z', isRemoved }],
    })
    expect(titles(ask('10:52', { plan: planOf(false) }).on)).toContain('Birds of a feather')
    expect(titles(ask('10:52', { plan: planOf(true) }).on)).not.toContain('Birds of a feather')
  })
})

describe('the talk that the owner is at', () => {
  test('it is the only one that is on, and not a break or an exhibition', () => {
    expect([current('09:10'), current('12:30'), current('09:35'), current('08:00')]).toEqual([
      'Opening',
      null,
      null,
      null,
    ])
  })

  test('it is unknown if several are on and none is starred', () => {
    expect(current('10:52')).toBeNull()
  })

  test('it is the starred one, and one with an entry before that', () => {
    const plan = planWith([browser, { star: 'go' }])
    expect(current('10:52', { plan })).toBe('State of In-Browser ML')
    const entries = [talk('Pair & Share', '10:45', { sessionId: pair.id })]
    expect(current('10:52', { plan, entries })).toBe('Pair & Share')
  })

  test('of two with entries, it is the one that began later', () => {
    const entries = [
      talk('Pair & Share', '10:45', { sessionId: pair.id }),
      talk('Polars', '11:25', { sessionId: polars.id }),
    ]
    expect([current('10:52', { entries }), current('11:25', { entries })]).toEqual(['Pair & Share', 'Polars'])
  })

  test.each(['left-early', 'missed', 'watch-later'] as const)('it is not one that is marked as %s', (attendance) => {
    const plan = planWith([browser, { star: 'go', attendance }], [pair, { star: 'maybe' }])
    expect(current('10:52', { plan })).toBe('Pair & Share')
  })
})

describe('what is next', () => {
  test.each<[string, string[]]>([
    ['08:00', ['Opening', 'Exhibition', 'Pair & Share', 'Typing']],
    ['10:52', ['Polars', 'Typing', 'Lunch']],
    ['11:30', ['Lunch', 'Concert']],
    ['20:00', ['Concert']],
    ['2 00:10', ['Concert']],
    ['2 08:00', ['Second day']],
  ])('at %s, the next in each room of that day is listed by start', (clock, expected) => {
    expect(titles(ask(clock).next)).toEqual(expected)
  })

  test('minutes until the start are counted', () => {
    expect(ask('10:52').next.map(({ minutes }) => minutes)).toEqual([33, 33, 83])
  })

  test('the next starred one is named even if others come before it', () => {
    const plan = planWith([lunch, { star: 'maybe' }], [concert, { star: 'go' }], [typing, { star: 'later' }])
    expect(ask('10:52', { plan }).nextStarred?.title).toBe('Lunch')
    expect(ask('10:52').nextStarred).toBeNull()
  })

  test('once nothing else happens on a day, the beginning of the next one is named', () => {
    expect(ask('19:00', { programme: programme([opening, second]) }).nextDay).toMatchObject({ title: 'Second day' })
    expect(ask('08:00').nextDay).toBeNull()
    expect(ask('2 12:00').nextDay).toBeNull()
  })
})

describe('the day', () => {
  test.each<[string, string, boolean]>([
    ['1 00:10', '2026-04-14', true],
    ['1 23:59', '2026-04-14', true],
    // The concert after midnight belongs to the evening before.
    ['2 00:10', '2026-04-14', true],
    ['2 01:29', '2026-04-14', true],
    ['2 01:30', '2026-04-15', true],
    ['2 09:30', '2026-04-15', true],
    ['3 09:30', '2026-04-16', false],
    ['0 09:30', '2026-04-13', false],
  ])('at %s it is %s at the venue, a conference day: %s', (clock, day, isConferenceDay) => {
    expect(ask(clock)).toMatchObject({ day, isConferenceDay })
  })

  test('it is that of the venue, wherever the computer is', () => {
    const at = '2026-04-14T23:30:00Z'
    const only = programme([opening])
    expect(ask('09:00', { at, programme: only }).day).toBe('2026-04-15')
    expect(ask('09:00', { at, programme: only, timeZone: 'America/New_York' }).day).toBe('2026-04-14')
  })

  test('a hack space that is open through the night does not prolong it', () => {
    const hacking = session('Hacking', 'Foyer', '10:00', '2 22:00')
    expect(ask('2 07:00', { programme: programme([hacking]) }).day).toBe('2026-04-15')
  })
})

describe('without a programme', () => {
  const entries = [
    talk('Keynote', '09:30', { room: 'Europium', end: moment('10:15') }),
    talk('State of In-Browser ML', '10:45'),
    talk('Polars', '11:25'),
    { ...newEntry('note', '2026-04-14', moment('10:50')), id: idOf(900) },
  ]
  const bare = (clock: string) => ask(clock, { programme: null, entries })

  test('talks in the journal are on and next', () => {
    expect(titles(bare('10:00').on)).toEqual(['Keynote'])
    expect(titles(bare('10:00').next)).toEqual(['State of In-Browser ML'])
    expect(bare('10:52').current).toMatchObject({ title: 'State of In-Browser ML', minutes: 33, isEndGuessed: true })
  })

  test("conference days are the trip's", () => {
    expect([bare('0 12:00'), bare('1 12:00'), bare('3 12:00')].map((now) => now.isConferenceDay)).toEqual([
      false,
      true,
      false,
    ])
  })

  test('nothing is on in an empty trip', () => {
    expect(ask('10:52', { programme: null })).toMatchObject({ on: [], next: [], current: null, isConferenceDay: true })
  })
})

test.each<[string, string, boolean]>([
  ['', 'Lunch', true],
  ['', 'Coffee Break', true],
  ['break', 'Networking', true],
  ['', 'Registration & Welcome', true],
  ['', 'Déjeuner', true],
  ['Talk', 'How we break things in production every day', false],
  ['Talk', 'Breaking news', false],
])('type "%s" with the title "%s" is a break: %s', (type, title, expected) => {
  expect(isBreak({ type, title, speakers: [] })).toBe(expected)
})
