import type { Happening } from './happening.ts'

/** How long before its start one is reminded of a talk: enough to walk to another room. In milliseconds. */
const BEFORE = 5 * 60_000

/** The starred talks that begin soon: those to go to, perhaps to go to, or planned. */
export function dueReminders(happenings: readonly Happening[], at: string): Happening[] {
  return happenings.filter(({ start, star, attendance }) => {
    const isWanted = star === 'go' || star === 'maybe' || attendance === 'planned'
    const isOver = attendance === 'missed' || attendance === 'watch-later'
    const time = Date.parse(start) - Date.parse(at)
    return isWanted && !isOver && time > 0 && time <= BEFORE
  })
}
