import type { PlanEdit } from '../contract/programme.ts'
import type { Plan } from '../programme.ts'
import { assertNever } from '../result.ts'

/** What a plan says about the thing that an edit would change: the edit that would lead back to this state. */
export function currentEdit(plan: Plan, edit: PlanEdit): PlanEdit {
  switch (edit.edit) {
    case 'star':
      return { ...edit, star: plan.marks[edit.sessionId]?.star ?? null }
    case 'attend':
      return { ...edit, attendance: plan.marks[edit.sessionId]?.attendance ?? null }
    case 'hide-room':
      return { ...edit, isHidden: plan.hiddenRooms[edit.room]?.value ?? false }
    case 'hide-track':
      return { ...edit, isHidden: plan.hiddenTracks[edit.track]?.value ?? false }
    case 'place-room':
      return { ...edit, place: plan.places[edit.room]?.value ?? null }
    case 'reminders':
      return { ...edit, isOn: plan.reminders?.value ?? false }
    case 'evening':
      return { ...edit, isDone: plan.evenings[edit.day]?.value ?? false }
    case 'own':
      return currentOwn(plan, edit.session.id)
    case 'remove-own':
      return currentOwn(plan, edit.sessionId)
    default:
      return assertNever(edit)
  }
}

function currentOwn(plan: Plan, sessionId: string): PlanEdit {
  const own = plan.own.find(({ session }) => session.id === sessionId)
  return own === undefined || own.isRemoved ? { edit: 'remove-own', sessionId } : { edit: 'own', session: own.session }
}

/** Whether two edits lead to the same state. */
export const areSameEdits = (a: readonly PlanEdit[], b: readonly PlanEdit[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b)
