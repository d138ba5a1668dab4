import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestAssignment } from '../../../../electron/journal/programmes/match/best-assignment.ts'
import { matchSessions } from '../../../../electron/journal/programmes/match/match-sessions.ts'
import { updateProgramme } from '../../../../electron/journal/programmes/update-programme.ts'
import type { Session } from '../../../../electron/shared/programme.ts'
import { addDays } from '../../../../electron/shared/time.ts'
import { someSession } from '../../../support/programmes.ts'
import { hasScheduleSamples, readSample, realProgrammes } from '../../../support/schedule-samples.ts'
import { scramble, type Upheaval } from '../../../support/scramble-programme.ts'

const runs = { numRuns: Number(process.env['LANYARD_RUNS'] ?? 2), seed: 11 }

const idsOf = (before: readonly Session[], after: readonly Session[]) =>
  matchSessions(before, after).map((match) => [match.before.id, match.after.id, match.isGuessed])

const abstracts = {
  gardening: 'Pruning, weeding and sowing: what a codebase of twenty years taught us about patience and hedges.',
  building: 'Foreign function interfaces carry heavy loads. We compare their spans, their costs and their collapses.',
  rafting: 'Water finds its way to the sea. So do events, if nobody dams them: a tour through streaming systems.',
}

const changed = (session: Session, changes: Partial<Session>) => ({
  ...session,
  id: crypto.randomUUID(),
  ...changes,
})
const bare = (session: Session | undefined) => JSON.stringify({ ...session, id: '', source: '' })
const addDay = (instant: string) => `${addDays(instant.slice(0, 10), 1)}${instant.slice(10)}`

const dayWithLunch = (day: string, source: string) => [
  someSession({ source: `${source}1`, title: `Talk of ${day}`, start: `${day}T10:00:00+02:00`, day }),
  someSession({
    source: `${source}2`,
    title: 'Lunch',
    speakers: [],
    abstract: '',
    start: `${day}T12:00:00+02:00`,
    day,
  }),
]

describe('which session of a newer programme is which', () => {
  const gardens = someSession({ source: 'AAA', title: 'Gardens of code', abstract: abstracts.gardening })
  const bridges = someSession({
    source: 'BBB',
    title: 'Bridges between languages',
    speakers: [{ name: 'Iryna Kovalenko', role: '', affiliation: '' }],
    abstract: abstracts.building,
    start: '2026-04-15T14:00:00+02:00',
    end: '2026-04-15T14:30:00+02:00',
  })

  test('a session with the same identity is the same one, even with another title, speaker or time', () => {
    const after = changed(gardens, { title: 'Weeds', start: '2026-04-16T09:00:00+02:00', day: '2026-04-16' })
    expect(idsOf([gardens, bridges], [after])).toEqual([[gardens.id, after.id, false]])
  })

  test('a session whose identity has changed is recognised by its content, and that is a guess', () => {
    const after = changed(gardens, { source: 'CCC', title: 'Gardens of code (updated)', room: 'Aula' })
    expect(idsOf([gardens, bridges], [after, changed(bridges, {})])).toEqual([
      [gardens.id, after.id, true],
      [bridges.id, expect.any(String), false],
    ])
  })

  test('two sessions whose identities were exchanged are recognised by their content', () => {
    const [garden, bridge] = [changed(gardens, { source: 'BBB' }), changed(bridges, { source: 'AAA' })]
    expect(idsOf([gardens, bridges], [garden, bridge])).toEqual([
      [gardens.id, garden.id, true],
      [bridges.id, bridge.id, true],
    ])
  })

  test('another talk by the same speaker is not taken for a session that was dropped', () => {
    const other = changed(gardens, {
      source: 'CCC',
      title: 'Rivers and their deltas',
      abstract: abstracts.rafting,
      start: '2026-04-16T16:00:00+02:00',
    })
    expect(idsOf([gardens], [other])).toEqual([])
  })

  test('a session with the same title, time and room is the same one if its speaker and abstract are new', () => {
    const opening = someSession({ source: 'CCC', title: 'Opening', start: '2026-04-15T09:00:00+02:00' })
    const after = changed(bridges, {
      source: 'DDD',
      speakers: [{ name: 'Ama Mensah', role: '', affiliation: '' }],
      abstract: abstracts.rafting,
    })
    // The only session that is certainly the same was moved, as if the whole day had been.
    const later = changed(opening, { source: 'EEE', start: '2026-04-15T16:00:00+02:00' })
    expect(idsOf([opening, gardens, bridges], [later, after])).toEqual([
      [opening.id, later.id, true],
      [bridges.id, after.id, true],
    ])
  })

  test('breaks of the same name stay on their days when the whole conference is moved', () => {
    const before = ['2026-04-14', '2026-04-15', '2026-04-16'].flatMap((date) => dayWithLunch(date, date.slice(-1)))
    const after = before.map((session) => {
      return changed(session, { source: `new ${session.source}`, start: addDay(session.start ?? '') })
    })
    expect(idsOf(before, after)).toEqual(before.map(({ id }, index) => [id, after[index]?.id, true]))
  })
})

test('the best assignment has the highest sum of all', () => {
  const score = fc.option(fc.double({ min: 0.1, max: 9, noNaN: true }), { nil: null })
  const table = fc.array(fc.array(score, { minLength: 4, maxLength: 4 }), { maxLength: 5 })
  const highest = (rows: (number | null)[][], used: readonly number[] = []): number => {
    const [first, ...others] = rows
    if (first === undefined) return 0
    const sums = first.map((value, to) =>
      value === null || used.includes(to) ? 0 : value + highest(others, [...used, to]),
    )
    return Math.max(highest(others, used), ...sums)
  }
  fc.assert(
    fc.property(table, (rows) => {
      const edges = rows.map((row) => row.flatMap((value, to) => (value === null ? [] : [{ to, score: value }])))
      const assigned = bestAssignment(edges)
      const taken = assigned.filter((to) => to !== null)
      expect(new Set(taken).size).toBe(taken.length)
      const sum = assigned.reduce<number>((all, to, index) => all + (to === null ? 0 : (rows[index]?.[to] ?? 0)), 0)
      expect(sum).toBeCloseTo(highest(rows))
    }),
    { seed: 12 },
  )
})

const upheaval: fc.Arbitrary<Upheaval> = fc.record({
  seed: fc.nat(),
  identities: fc.constantFrom('new', 'exchanged'),
  titles: fc.constantFrom(0.1, 0.5, 1),
  rooms: fc.constantFrom('renamed', 'exchanged'),
  otherRooms: fc.constantFrom(0, 0.05),
  days: fc.integer({ min: -2, max: 7 }),
})

describe.skipIf(!hasScheduleSamples)(
  'an organiser changes every identity, titles, rooms and days of a real programme',
  () => {
    test.each(realProgrammes)('what was noted about the sessions of %s stays with them', async (name) => {
      const programme = await readSample(name)
      let [sessions, right] = [0, 0]
      fc.assert(
        fc.property(upheaval, (change) => {
          const { next, truth } = scramble(programme, change)
          const yours = new Set(programme.sessions.map(({ id }) => id))
          const update = updateProgramme(programme, next, yours)
          const after = new Map(update.programme.sessions.map((session) => [session.id, session]))
          const shown = new Set(update.changes.filter(({ isGuessed }) => isGuessed).map(({ before }) => before?.id))
          const now = programme.sessions.map(({ id }) => ({ id, session: after.get(id) }))
          // Whatever an entry is about is still there.
          expect(now.filter(({ session }) => session === undefined)).toEqual([])
          const others = now.filter(({ id, session }) => bare(session) !== bare(truth.get(id)))
          expect(others.filter(({ id, session }) => session?.isDropped !== true && !shown.has(id))).toEqual([])
          sessions += now.length
          right += now.length - others.length
          expect(update.programme.sessions.filter(({ isDropped }) => !isDropped)).toHaveLength(next.sessions.length)
        }),
        runs,
      )
      expect(right / sessions).toBeGreaterThanOrEqual(0.995)
    })
  },
)

describe.skipIf(!hasScheduleSamples)('five successive versions of the programme of PyConFR 2025', () => {
  const versions = ['v05', 'v06', 'v07', 'v08', 'v09'].map((name) => `pretalx/pyconfr-2025-versions/${name}.json`)

  test('every session that is in a later version too keeps its id, and the others stay as dropped ones', async () => {
    const [first, ...others] = await Promise.all(versions.map(readSample))
    if (first === undefined) throw new Error('There is no version.')
    const idOf = new Map(first.sessions.map(({ source, id }) => [source, id]))
    let programme = first
    for (const next of others) {
      const update = updateProgramme(programme, next, new Set())
      programme = update.programme
      for (const { source, id } of programme.sessions) {
        expect([source, idOf.get(source) ?? id]).toEqual([source, id])
        idOf.set(source, id)
      }
      expect(update.changes.filter(({ isGuessed }) => isGuessed)).toEqual([])
    }
    expect(new Set(programme.sessions.map(({ id }) => id))).toEqual(new Set(idOf.values()))
  })

  test('the sessions are recognised by their content if every version has other identities', async () => {
    const all = await Promise.all(versions.map(readSample))
    for (const [index, next] of all.slice(1).entries()) {
      const before = all[index]?.sessions ?? []
      const renamed = next.sessions.map((session) => ({ ...session, source: `other ${session.source}` }))
      const matched = matchSessions(before, renamed).map((match) => [
        match.after.source,
        `other ${match.before.source}`,
      ])
      const common = before.filter(({ source }) => next.sessions.some((session) => session.source === source))
      expect(matched.filter(([after, known]) => after !== known)).toEqual([])
      expect(matched).toHaveLength(common.length)
    }
  })
})
