import type { EventData } from '../../electron/shared/contract/index.ts'
import { formatConflicts } from '../../electron/shared/format-conflict.ts'
import { type ToastAction, useApp } from './app-state.ts'

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
  else say(formatConflicts(conflicts), { label: 'Show', run: () => show(first.otherId) })
}
