import { CalendarPlus, ChevronLeft, FileInput, Plus, Search, Settings, Trash2, Undo2 } from 'lucide-react'
import { t } from '../../electron/shared/messages/translate.ts'
import { type DialogId, useApp } from '../state/app-state.ts'
import { useLibrary } from '../state/library-state.ts'
import { loadedTrip, useTripStatus } from '../state/trip-status.ts'
import type { CommandPart, CommandParts } from './command-part.ts'
import { focusPane } from './panes.ts'

/** Opens a dialog. */
export const opens = (dialog: DialogId): CommandPart => ({ run: () => useApp.getState().openDialog(dialog) })

/** Leaves the trip for the library; unsaved text is saved meanwhile. */
export function goToTrips(): void {
  loadedTrip()?.leaveEntry()
  loadedTrip()?.sendWaiting()
  useApp.getState().go({ name: 'library' })
}

/** A trip and the library have a stack of steps each. */
const stepsHere = () => (useApp.getState().place.name === 'trip' ? loadedTrip() : useLibrary.getState())

/** What Undo would do now. */
function nameOfUndo(): string {
  const step = useTripStatus.getState().undoable
  return step === null ? t('command.undo') : t('command.undo-step', { step })
}

export const windowCommands: CommandParts<'window'> = {
  palette: { icon: Search, ...opens('palette') },
  'new-trip': { icon: Plus, ...opens('new-trip') },
  'new-trip-from-programme': { icon: CalendarPlus, ...opens('new-trip-from-programme') },
  import: { icon: FileInput, ...opens('import') },
  settings: { icon: Settings, ...opens('settings') },
  trash: { icon: Trash2, ...opens('trash') },
  undo: {
    icon: Undo2,
    name: nameOfUndo,
    run: () => void stepsHere()?.undo(),
  },
  redo: { run: () => void stepsHere()?.redo() },
  search: { icon: Search, ...opens('search') },
  trips: { icon: ChevronLeft, run: goToTrips },
  'next-pane': { run: () => void focusPane(1) },
  'previous-pane': { run: () => void focusPane(-1) },
  keys: opens('keys'),
  'report-problem': opens('report-problem'),
  about: opens('about'),
}
