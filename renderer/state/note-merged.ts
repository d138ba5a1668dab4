import type { EventData } from '../../electron/shared/contract/index.ts'
import { formatConflicts } from '../../electron/shared/format-conflict.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { type ToastAction, useApp } from './app-state.ts'

/**
 * Shows that changes from another computer were merged into a trip, and which parts were changed on both sides.
 *
 * @param show opens an entry of the trip
 * @param undo offered if nothing was changed on both sides
 */
export function noteMerged(
  { conflicts }: Pick<EventData<'trip.merged'>, 'conflicts'>,
  show: (entryId: string) => void,
  undo?: ToastAction,
): void {
  const { notify } = useApp.getState()
  const [first] = conflicts
  if (first === undefined) notify(t('copies.merged'), undo)
  else notify(formatConflicts(conflicts), { label: t('action.show'), run: () => show(first.otherId) })
}
