import { render, t } from '../../electron/shared/messages/translate.ts'
import type { Failure } from '../../electron/shared/result.ts'
import { useApp } from './app-state.ts'

/** Whether the library is read-only here. */
export function useReadOnly(): boolean {
  return useApp(({ start }) => start.readOnly)
}

/**
 * Whether a change has to be refused because the library, or a trip of it, is read-only. The reason has then been shown.
 *
 * @param refusal why the trip that is to be changed is read-only; `null` if it can be changed, or no trip is concerned
 */
export function refuseChange(refusal: Failure | null = null): boolean {
  const { start, notify } = useApp.getState()
  const why = start.readOnly ? t('read-only.library') : refusal && render(refusal)
  if (why !== null) notify(why)
  return why !== null
}
