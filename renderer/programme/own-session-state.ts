import type { Session } from '../../electron/shared/programme.ts'
import { useApp } from '../state/app-state.ts'

let edited: Session | null = null

/** Asks for the fields of one's own session: an existing one, or a new one with `null`. */
export function openOwnSession(session: Session | null): void {
  edited = session
  useApp.getState().openDialog('own-session')
}

/** The session that the dialog is about; `null` for a new one. */
export const editedSession = (): Session | null => edited
