import { useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { formatNumber } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { dayAt } from '../../electron/shared/time.ts'
import { clockNow } from '../state/clock.ts'
import { Dialog } from '../components/dialog.tsx'
import { useTrip } from '../state/open-trip.ts'
import { drawnDays, railDays } from './rail-days.ts'
import { selectedEntries } from './selected-entries.ts'
import type { MoveEntries } from './use-journal-commands.ts'
import { formatDay } from './format-day.ts'
import '../components/option.css'
import './entry-pane.css'

export interface MoveDialogProps {
  onMove: MoveEntries
  onClose: () => void
}

/** Asks for the day to move the selected entries to. */
export function MoveDialog({ onMove, onClose }: MoveDialogProps) {
  const trip = useTrip((state) => state.trip)
  const entryId = useTrip((state) => state.entryId)
  const [moved] = useState(selectedEntries)
  const entry = trip?.entries.find(({ id }) => id === entryId)
  if (!trip || !entry) return null
  const { day } = entry
  const entryDays = trip.entries.map((one) => one.day)
  const days = drawnDays(railDays(trip, entryDays, [day], dayAt(clockNow(), trip.timeZone)), day)
  return (
    <Dialog title={t('journal.move-title', { count: moved.length })} size="small" onClose={onClose} closesOutside>
      <ListBox
        // The only question is which day, so the field takes the focus.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="options move-dialog-days"
        aria-label={t('journal.days')}
        disabledKeys={[day]}
        onAction={(key) => {
          onClose()
          onMove(moved, String(key), null)
        }}
      >
        {days.map((one) => (
          <ListBoxItem key={one.day} id={one.day} className="option" textValue={formatDay(one.day)}>
            <span className="option-label">{formatDay(one.day)}</span>
            <span className="option-detail">
              {one.day === day ? t('journal.move-here') : one.entries === 0 ? '' : formatNumber(one.entries)}
            </span>
          </ListBoxItem>
        ))}
      </ListBox>
    </Dialog>
  )
}
