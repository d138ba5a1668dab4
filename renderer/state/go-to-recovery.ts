import type { Failure, FailureCode } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from './app-state.ts'

const codes: ReadonlySet<FailureCode> = new Set(['trip.damaged', 'trip.missing'])

/** Whether there may be a way back from a failure to open or to save a trip. */
export const isRecoverable = ({ code }: Failure): boolean => codes.has(code)

/** Whether there is a screen that explains why a trip does not open. */
export const isExplained = (failure: Failure): boolean => isRecoverable(failure) || failure.code === 'trip.newer'

/** Goes to the screen on which a trip that cannot be opened is recovered; whether the library knows of one. */
export async function goToRecovery(tripId: string): Promise<boolean> {
  const answer = await bridge.call('library.list', {})
  const lost = answer.ok ? answer.value.unreadable.find((trip) => trip.tripId === tripId) : undefined
  if (lost === undefined) return false
  useApp.getState().go({ name: 'recovery', folder: lost.folder })
  return true
}
