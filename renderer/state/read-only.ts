import type { Failure } from '../../electron/shared/result.ts'
import { useApp } from './app-state.ts'

/** What is said where a library can only be read. */
export const READ_ONLY = 'This library can only be read here. Nothing in it is changed.'

/** Whether the library can only be read here, so that nothing in it can be changed. */
export function useReadOnly(): boolean {
  return useApp(({ start }) => start.readOnly)
}

/**
 * Whether a change has to be refused because the library, or a trip of it, can only be read; that has then been said.
 *
 * @param refusal why the trip that is to be changed can only be read; `null`: it can be changed, or it is about none
 */
export function refuseChange(refusal: Failure | null = null): boolean {
  const { start, say } = useApp.getState()
  const why = start.readOnly ? READ_ONLY : (refusal?.message ?? null)
  if (why !== null) say(why)
  return why !== null
}
