import { now } from '../../electron/shared/time.ts'
import { daysInTrash } from '../../electron/shared/trash.ts'

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** When something was deleted, and how long it stays: "deleted on 14 April 2026, kept for 12 more days". */
export function sayDeleted(deletedAt: string, moment: string = now()): string {
  const days = daysInTrash(deletedAt, moment)
  const rest = days === 0 ? 'goes for good soon' : days === 1 ? 'kept for 1 more day' : `kept for ${days} more days`
  return `deleted on ${date.format(new Date(deletedAt))}, ${rest}`
}
