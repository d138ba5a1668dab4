import type { ProgrammeSource } from '../../electron/shared/contract/programme.ts'
import { useApp } from './app-state.ts'

/** What an import begins with, if it was not chosen in its dialog. */
export type Beginning = { from: 'file'; file: File } | Extract<ProgrammeSource, { from: 'address' }>

let waiting: Beginning | null = null

/** What the dialog that has just been opened begins with, once. */
export function takeBeginning(): Beginning | null {
  const taken = waiting
  waiting = null
  return taken
}

/** Asks for the newest version of the open trip's programme, and shows what has changed. */
export function checkProgramme(address: string): void {
  waiting = { from: 'address', address }
  useApp.getState().openDialog('import-programme')
}

/** Imports a file that was dropped onto the window: into the open trip, or as a new trip. */
export function importDroppedProgramme(file: File): void {
  waiting = { from: 'file', file }
  const { place, openDialog } = useApp.getState()
  openDialog(place.name === 'trip' ? 'import-programme' : 'new-trip-from-programme')
}
