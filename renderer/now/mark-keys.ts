import type { CommandsIn } from '../../electron/shared/commands.ts'
import type { PlanEdit } from '../../electron/shared/programme/plan-edit.ts'
import type { Happening } from '../../electron/shared/programme/happening.ts'
import type { Attendance, Star } from '../../electron/shared/programme.ts'
import { isCommandKey } from '../commands/command-keys.ts'
import type { PressedKey } from '../components/keys.ts'
import { useTrip } from '../state/open-trip.ts'

type Marking = Extract<
  CommandsIn<'programme'>,
  'star-go' | 'star-maybe' | 'star-later' | 'attended' | 'left-early' | 'missed'
>

/** The commands of the Programme that mark a session, with the mark that each sets or takes away. */
const marks: Readonly<Record<Marking, { star: Star } | { attendance: Attendance }>> = {
  'star-go': { star: 'go' },
  'star-maybe': { star: 'maybe' },
  'star-later': { star: 'later' },
  attended: { attendance: 'attended' },
  'left-early': { attendance: 'left-early' },
  missed: { attendance: 'missed' },
}

const markingIds = Object.keys(marks) as Marking[]

/** Marks a session if a pressed key is that of such a command. Returns whether it is. */
export function markByKey(pressed: PressedKey, one: Happening | undefined): boolean {
  const id = markingIds.find((command) => isCommandKey(command, pressed))
  const sessionId = one?.session?.id
  if (id === undefined || one === undefined || sessionId === undefined) return false
  const mark = marks[id]
  const edit: PlanEdit =
    'star' in mark
      ? { edit: 'star', sessionId, star: one.star === mark.star ? null : mark.star }
      : { edit: 'attend', sessionId, attendance: one.attendance === mark.attendance ? null : mark.attendance }
  void useTrip.getState().editPlan([edit])
  return true
}
