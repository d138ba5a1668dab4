import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergePlans, plan as planFile } from '../../../electron/journal/trip-folder/plan.ts'
import { mergeProgrammes, schedule } from '../../../electron/journal/trip-folder/schedule.ts'
import { emptyPlan, type Plan, stars } from '../../../electron/shared/programme.ts'
import { editPlan } from '../../../electron/shared/programme/edit-plan.ts'
import { type PlanEdit, planEditSchema } from '../../../electron/shared/programme/plan-edit.ts'
import { valueOf } from '../../support/library.ts'
import { someProgramme, someSession } from '../../support/programmes.ts'

const ids = Array.from({ length: 3 }, (_, index) => `00000000-0000-4000-8000-00000000000${index}`)
const tripId = crypto.randomUUID()
const id = fc.constantFrom(...ids)
const room = fc.constantFrom('Aula', 'Europium')

const edit: fc.Arbitrary<PlanEdit> = fc.oneof(
  fc.record({
    edit: fc.constant('star' as const),
    sessionId: id,
    star: fc.option(fc.constantFrom(...stars), { nil: null }),
  }),
  fc.record({
    edit: fc.constant('attend' as const),
    sessionId: id,
    attendance: fc.constantFrom('planned', 'attended', 'missed', null),
  }),
  fc.record({ edit: fc.constant('hide-room' as const), room, isHidden: fc.boolean() }),
  fc.record({ edit: fc.constant('hide-track' as const), track: room, isHidden: fc.boolean() }),
  fc.record({
    edit: fc.constant('place-room' as const),
    room,
    place: fc.option(fc.record({ photoId: id, x: fc.constantFrom(0, 0.5), y: fc.constant(1) }), { nil: null }),
  }),
  fc.record({ edit: fc.constant('reminders' as const), isOn: fc.boolean() }),
  fc.record({ edit: fc.constant('evening' as const), day: fc.constant('2026-04-14'), isDone: fc.boolean() }),
  fc.record({
    edit: fc.constant('own' as const),
    session: fc.record({ id, title: room }).map((changes) => someSession(changes)),
  }),
  fc.record({ edit: fc.constant('remove-own' as const), sessionId: id }),
)
const moment = fc.constantFrom(...Array.from({ length: 5 }, (_, index) => `2026-04-14T0${index}:00:00Z`))
const plan = fc
  .array(fc.tuple(edit, moment), { maxLength: 12 })
  .map((edits) => edits.reduce<Plan>((all, [one, at]) => editPlan(all, [one], at), emptyPlan))

const bytes = (content: Plan) => Buffer.from(planFile.encode(tripId, content)).toString()
const merged = (one: Plan, other: Plan) => {
  const result = planFile.revisions?.merge(planFile.encode(tripId, one), planFile.encode(tripId, other))
  return Buffer.from(valueOf(result ?? { ok: true, value: new Uint8Array() })).toString()
}

test('two computers that merge their plans get the same file, in any order and as often as they like', () => {
  fc.assert(
    fc.property(plan, plan, plan, (one, other, third) => {
      expect(merged(one, other)).toBe(merged(other, one))
      expect(merged(one, one)).toBe(bytes(one))
      expect(bytes(mergePlans(mergePlans(one, other), third))).toBe(bytes(mergePlans(one, mergePlans(other, third))))
      expect(bytes(mergePlans(mergePlans(one, other), other))).toBe(bytes(mergePlans(one, other)))
    }),
    { seed: 11 },
  )
})

test('a plan that was merged has the later of two choices, and everything that only one computer chose', () => {
  fc.assert(
    fc.property(plan, plan, (one, other) => {
      const both = mergePlans(one, other)
      for (const sessionId of ids) {
        const marks = [one, other].flatMap(({ marks: { [sessionId]: mark } }) => mark ?? [])
        const latest =
          marks
            .map(({ starredAt }) => starredAt ?? '')
            .toSorted()
            .at(-1) ?? ''
        expect(both.marks[sessionId]?.starredAt ?? '').toBe(latest)
      }
    }),
    { seed: 12 },
  )
})

test('each change of a plan is dated later than what it replaces, whatever another computer’s clock said', () => {
  const star = { edit: 'star', sessionId: ids[0] ?? '', star: 'go' } as const
  const future = editPlan(emptyPlan, [star], '2030-01-01T00:00:00Z')
  const off = editPlan(future, [{ ...star, star: null }], '2026-04-14T09:00:00Z')
  expect(mergePlans(off, future).marks[star.sessionId]?.star).toBeNull()
  expect(planEditSchema.parse(star)).toEqual(star)
})

test('of two imported programmes, the later one wins and keeps the other’s sessions as dropped ones', () => {
  const [same, before, after] = [someSession(), someSession(), someSession()]
  const earlier = someProgramme([same, before], { importedAt: '2026-04-01T09:00:00Z' })
  const later = someProgramme([{ ...same, room: 'Aula' }, after], { importedAt: '2026-04-02T09:00:00Z' })
  const both = mergeProgrammes(earlier, later)
  expect(mergeProgrammes(later, earlier)).toEqual(both)
  expect(mergeProgrammes(both, earlier)).toEqual(both)
  const shown = new Map(both.sessions.map((session) => [session.id, session]))
  expect(shown.get(same.id)).toMatchObject({ room: 'Aula', isDropped: false })
  expect(shown.get(before.id)).toMatchObject({ isDropped: true })
  expect(shown.get(after.id)).toMatchObject({ isDropped: false })
  expect(schedule.decode(schedule.encode(tripId, both))).toEqual({ ok: true, value: { tripId, content: both } })
})
