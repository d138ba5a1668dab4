import { FileDown, Package, PenLine, SlidersHorizontal, Trash2 } from 'lucide-react'
import type { TripSummary } from '../../electron/shared/contract/library.ts'
import { withMessages } from '../../electron/shared/messages/translate.ts'
import type { CommandParts } from '../commands/command-part.ts'
import { useApp } from '../state/app-state.ts'
import { useLibrary } from '../state/library-state.ts'

/** The commands for one of the trips in the library. */
export const cardCommands: CommandParts<'card', TripSummary> = {
  'open-trip': { icon: PenLine, run: ({ id }) => useApp.getState().goToTrip(id) },
  'open-report': { icon: FileDown, run: ({ id }) => useApp.getState().goToTrip(id, 'report') },
  'edit-trip': {
    icon: SlidersHorizontal,
    when: ({ isNewer }) => !isNewer,
    run: ({ id }) => useApp.getState().openDialog('trip-details', id),
  },
  'copy-trip': {
    icon: Package,
    async run(trip) {
      const { saveCopy } = await withMessages(() => import('../archive/save-copy.ts'))
      await saveCopy(trip)
    },
  },
  'trash-trip': { icon: Trash2, run: (trip) => void useLibrary.getState().deleteTrip(trip) },
}
