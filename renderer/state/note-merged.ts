import type { EventData } from '../../electron/shared/contract/index.ts'
import type { Conflict } from '../../electron/shared/history.ts'
import { type ToastAction, useApp } from './app-state.ts'

/** @example 'Two versions of “Lunch” were kept, side by side.' */
export function sayConflicts(conflicts: readonly Pick<Conflict, 'title'>[]): string {
  const [first] = conflicts
  if (first === undefined) return ''
  const name = first.title.trim() === '' ? 'an entry' : `“${first.title.trim()}”`
  const rest = conflicts.length - 1
  const more = rest === 0 ? '' : rest === 1 ? ' and of 1 more' : ` and of ${rest} more`
  return `Two versions of ${name}${more} were kept, side by side.`
}

/**
 * Says that what somebody else wrote was merged with what is here, and where both had written the same.
 *
 * @param show opens an entry of the trip
 * @param undo what is offered where there is nothing to be shown
 */
export function noteMerged(
  { conflicts }: Pick<EventData<'trip.merged'>, 'conflicts'>,
  show: (entryId: string) => void,
  undo?: ToastAction,
): void {
  const { say } = useApp.getState()
  const [first] = conflicts
  if (first === undefined) say('What was written on another computer was merged into this trip.', undo)
  else say(sayConflicts(conflicts), { label: 'Show', run: () => show(first.otherId) })
}
