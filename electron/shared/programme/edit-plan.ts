import type { PlanEdit } from './plan-edit.ts'
import { type Mark, noMark, type OwnSession, type Plan } from '../programme.ts'
import { assertNever } from '../result.ts'
import { compareInstants } from '../time.ts'

/**
 * Makes changes to a plan.
 *
 * @param at the moment of the changes; each is dated later than what it replaces, whatever the clocks of other computers
 * said
 * @returns the same plan if nothing has changed
 */
export function editPlan(plan: Plan, edits: readonly PlanEdit[], at: string): Plan {
  return edits.reduce((current, edit) => editOnce(current, edit, at), plan)
}

function editOnce(plan: Plan, edit: PlanEdit, at: string): Plan {
  switch (edit.edit) {
    case 'star':
      return withMark(plan, edit.sessionId, (mark) =>
        mark.star === edit.star ? mark : { ...mark, star: edit.star, starredAt: after(mark.starredAt, at) },
      )
    case 'attend':
      return withMark(plan, edit.sessionId, (mark) =>
        mark.attendance === edit.attendance
          ? mark
          : { ...mark, attendance: edit.attendance, attendedAt: after(mark.attendedAt, at) },
      )
    case 'hide-room':
      return { ...plan, hiddenRooms: withDated(plan.hiddenRooms, edit.room, edit.isHidden, false, at) }
    case 'hide-track':
      return { ...plan, hiddenTracks: withDated(plan.hiddenTracks, edit.track, edit.isHidden, false, at) }
    case 'place-room':
      return { ...plan, places: withDated(plan.places, edit.room, edit.place, null, at) }
    case 'reminders': {
      if ((plan.reminders?.value ?? false) === edit.isOn) return plan
      return { ...plan, reminders: { value: edit.isOn, changedAt: after(plan.reminders?.changedAt, at) } }
    }
    case 'evening':
      return { ...plan, evenings: withDated(plan.evenings, edit.day, edit.isDone, false, at) }
    case 'own':
      return withOwn(plan, edit.session.id, at, () => ({
        session: { ...edit.session, source: '', isDropped: false },
        isRemoved: false,
      }))
    case 'remove-own':
      return withOwn(plan, edit.sessionId, at, (own) => (own === undefined ? null : { ...own, isRemoved: true }))
    default:
      return assertNever(edit)
  }
}

function withMark(plan: Plan, sessionId: string, change: (mark: Mark) => Mark): Plan {
  const before = plan.marks[sessionId] ?? noMark
  const mark = change(before)
  return mark === before ? plan : { ...plan, marks: withKey(plan.marks, sessionId, mark) }
}

type Dated<T> = { value: T; changedAt: string }

/** @param initial the value of a key that the record does not have */
function withDated<T>(
  record: Readonly<Record<string, Dated<T>>>,
  key: string,
  value: T,
  initial: T,
  at: string,
): Record<string, Dated<T>> {
  const before = record[key]
  if (JSON.stringify(before === undefined ? initial : before.value) === JSON.stringify(value)) return record
  return withKey(record, key, { value, changedAt: after(before?.changedAt, at) })
}

function withOwn(
  plan: Plan,
  sessionId: string,
  at: string,
  change: (own: OwnSession | undefined) => Omit<OwnSession, 'changedAt'> | null,
): Plan {
  const before = plan.own.find(({ session }) => session.id === sessionId)
  const changed = change(before)
  if (changed === null) return plan
  const others = plan.own.filter((own) => own !== before)
  const own = { ...changed, changedAt: after(before?.changedAt, at) }
  return { ...plan, own: [...others, own].toSorted(bySessionId) }
}

/** Orders own sessions in the file. */
export function bySessionId(one: OwnSession, other: OwnSession): number {
  return one.session.id < other.session.id ? -1 : 1
}

/** The keys are sorted, so that two computers with the same plan have the same file. */
function withKey<T>(record: Readonly<Record<string, T>>, key: string, value: T): Record<string, T> {
  return sortKeys({ ...record, [key]: value })
}

/** A record whose keys are in order. */
export function sortKeys<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

function after(before: string | null | undefined, at: string): string {
  if (before === null || before === undefined || compareInstants(at, before) > 0) return at
  return new Date(Date.parse(before) + 1).toISOString()
}
