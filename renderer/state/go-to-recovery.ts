import type { Failure, FailureCode } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from './app-state.ts'

const codes: ReadonlySet<FailureCode> = new Set(['trip.damaged', 'trip.missing'])

/** Whether the recovery screen may help after a failure to open or save a trip. */
export const isRecoverable = ({ code }: Failure): boolean => codes.has(code)

/** Whether there is a screen that explains why a trip does not open. */
export const isExplained = (failure: Failure): boolean => isRecoverable(failure) || failure.code === 'trip.newer'

/** Opens the recovery screen for a trip that cannot be opened. Resolves with whether the library lists such a trip. */
export async function goToRecovery(tripId: string): Promise<boolean> {
  const answer = await bridge.call('library.list', {})
  const lost = answer.ok ? answer.value.unreadable.find((trip) => trip.tripId === tripId) : undefined
  if (lost === undefined) return false
  useApp.getState().go({ name: 'recovery', folder: lost.folder })
  return true
}
