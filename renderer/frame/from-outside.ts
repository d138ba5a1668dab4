import type { EventData } from '../../electron/shared/contract/index.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { useApp } from '../state/app-state.ts'
import { openEntry, openTrip } from '../state/go-to-entry.ts'
import { useTrip } from '../state/open-trip.ts'

export { showNotice } from '../state/notices.ts'
export { noteChangedTrip, noteMergedTrip } from '../state/outside-changes.ts'
export { remindNow } from '../state/remind.ts'

/** Opens the trip of a reminder, on what is on now. */
export async function openReminder({ tripId }: EventData<'app.openReminder'>): Promise<void> {
  await openTrip(tripId, 'now')
}

/** Shows what was captured in the small window over other programs. What is being written here is kept. */
export async function showCaptured({ tripId, entryId, name }: EventData<'capture.saved'>): Promise<void> {
  if (useTrip.getState().trip?.id === tripId) await useTrip.getState().open(tripId)
  const show = { label: t('action.show'), run: () => void openEntry(tripId, entryId) }
  useApp.getState().notify(t('capture.saved', { name }), show)
}
