import type { PlanEdit } from './plan-edit.ts'
import type { Plan } from '../programme.ts'
import { assertNever } from '../result.ts'

/** The edits that would lead a plan to what it has now of everything that some edits change: the way back from them. */
export const planValues = (plan: Plan, edits: readonly PlanEdit[]): PlanEdit[] =>
  edits.map((edit) => valueNow(plan, edit))

function valueNow(plan: Plan, edit: PlanEdit): PlanEdit {
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
      return ownNow(plan, edit.session.id)
    case 'remove-own':
      return ownNow(plan, edit.sessionId)
    default:
      return assertNever(edit)
  }
}

function ownNow(plan: Plan, sessionId: string): PlanEdit {
  const own = plan.own.find(({ session }) => session.id === sessionId)
  return own === undefined || own.isRemoved ? { edit: 'remove-own', sessionId } : { edit: 'own', session: own.session }
}
