import { describe, expect, it } from 'vitest'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import { eveningOf, isDayOver } from '../../../electron/shared/programme/evening.ts'
import { type Attendance, emptyPlan, noMark, type Plan, type Session } from '../../../electron/shared/programme.ts'
import type { Entry } from '../../../electron/shared/trip.ts'
import { writtenTalk } from '../../support/written-trip.ts'
import { someProgramme } from '../../support/programmes.ts'
import { sessionAt } from './sessions.ts'

const DAY = '2026-04-15'

const planOf = (marks: readonly (readonly [Session, Attendance])[]): Plan => ({
  ...emptyPlan,
  marks: Object.fromEntries(marks.map(([{ id }, attendance]) => [id, { ...noMark, attendance }])),
})

const talkAbout = (session: Session, text: string): Entry => ({
  ...newEntry('talk', DAY, session.start),
  text,
  sessionId: session.id,
})

describe('what was attended on a day', () => {
  const heat = sessionAt('10:00', '10:30', { title: 'Heat' })
  const coding = sessionAt('11:00', '11:30', { title: 'A web coding platform' })
  const missed = sessionAt('12:00', '12:30', { title: 'Missed' })
  const tomorrow = { ...sessionAt('09:00', '09:30', { title: 'Tomorrow' }), day: '2026-04-16' }
  const programme = someProgramme([coding, heat, missed, tomorrow])

  it('is what was marked as attended or left early, by its start', () => {
    const plan = planOf([
      [coding, 'left-early'],
      [heat, 'attended'],
      [missed, 'missed'],
      [tomorrow, 'attended'],
    ])
    const { attended } = eveningOf({ programme, plan }, [], DAY)
    expect(attended.map(({ title }) => title)).toEqual(['Heat', 'A web coding platform'])
  })

  it('includes talks that have an entry, in the programme or not', () => {
    const own = writtenTalk(1, { day: DAY, start: '2026-04-15T13:00:00+02:00', title: 'In the hallway', text: '' })
    const { attended } = eveningOf({ programme, plan: emptyPlan }, [own, talkAbout(heat, '')], DAY)
    expect(attended.map(({ title }) => title)).toEqual(['Heat', 'In the hallway'])
  })

  it('leaves out a talk with an entry that was missed after all', () => {
    const plan = planOf([[missed, 'missed']])
    expect(eveningOf({ programme, plan }, [talkAbout(missed, 'I will watch it.')], DAY).attended).toEqual([])
  })

  it('is told if its entry has words, which may all be quoted', () => {
    const entries = [
      talkAbout(heat, '> Scaling is a\nmatter of patience.\n> — Claudia Comito'),
      talkAbout(coding, '![the stage](photo:1)'),
    ]
    const evening = eveningOf({ programme, plan: emptyPlan }, entries, DAY)
    expect(evening).toMatchObject({ told: 1, onlyQuoted: 1 })
    expect(evening.attended.map(({ isTold }) => isTold)).toEqual([true, false])
  })

  it('has words of its own if some follow a quote', () => {
    const entries = [talkAbout(heat, '> Scaling is patience.\n\nThis stays with me.')]
    expect(eveningOf({ programme, plan: emptyPlan }, entries, DAY)).toMatchObject({ told: 1, onlyQuoted: 0 })
  })
})

describe('a day of the conference', () => {
  const heat = sessionAt('10:00', '10:30', { title: 'Heat' })
  const dinner = sessionAt('19:00', '22:00', { title: 'Dinner', type: 'Social event' })
  const input = {
    programme: someProgramme([heat, dinner]),
    plan: emptyPlan,
    entries: [],
    firstDay: DAY,
    lastDay: DAY,
    timeZone: 'Europe/Berlin',
  }

  it.each([
    ['before its last talk', '2026-04-15T10:29:00+02:00', false],
    ['after its last talk, while dinner is still to come', '2026-04-15T17:00:00+02:00', true],
    ['on the next day', '2026-04-16T09:00:00+02:00', true],
    ['on the day before', '2026-04-14T23:00:00+02:00', false],
  ])('%s: over or not', (_when, at, isOver) => {
    expect(isDayOver({ ...input, at }, DAY)).toBe(isOver)
  })

  it('is over on the next day only if there is no programme', () => {
    expect(isDayOver({ ...input, programme: null, at: '2026-04-15T23:00:00+02:00' }, DAY)).toBe(false)
    expect(isDayOver({ ...input, programme: null, at: '2026-04-16T08:00:00+02:00' }, DAY)).toBe(true)
  })
})
