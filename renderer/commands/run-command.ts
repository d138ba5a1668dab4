import type { EventData } from '../../electron/shared/contract/index.ts'
import { assertNever } from '../../electron/shared/result.ts'
import { useApp } from '../state/app-state.ts'
import { findHere } from '../state/find.ts'
import { refuseChange } from '../state/read-only.ts'
import { useTrip } from '../state/open-trip.ts'

export type Command = EventData<'app.command'>['command']

/** Leaves the trip for the library; what is typed goes to the disk meanwhile. */
function goToTrips(): void {
  useTrip.getState().sendWaiting()
  useApp.getState().go({ name: 'library' })
}

/** Does what a menu or a key asks for, where it makes sense at this place; whether it did. */
export function runCommand(command: Command): boolean {
  const { place, dialog, go, openDialog } = useApp.getState()
  // What floats above the page has to be answered first.
  if (dialog !== null) return false
  switch (command) {
    case 'new-trip':
    case 'import':
      if (refuseChange()) return true
      openDialog(command)
      return true
    case 'settings':
    case 'keys':
    case 'report-problem':
    case 'about':
      openDialog(command)
      return true
    case 'export':
    case 'history':
      if (place.name !== 'trip') return false
      openDialog(command)
      return true
    case 'save-copy': {
      const { trip } = useTrip.getState()
      if (place.name !== 'trip' || trip?.id !== place.tripId) return false
      void import('../archive/save-copy.ts').then(({ saveCopy }) => saveCopy(trip))
      return true
    }
    case 'trips':
      goToTrips()
      return true
    case 'journal':
    case 'report':
      if (place.name !== 'trip') return false
      go({ ...place, tab: command })
      return true
    case 'find':
      return findHere()
    default:
      return assertNever(command)
  }
}
