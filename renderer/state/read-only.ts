import { useApp } from './app-state.ts'

/** What is said where a library can only be read. */
export const READ_ONLY = 'This library can only be read here. Nothing in it is changed.'

/** Whether the library can only be read here, so that nothing in it can be changed. */
export function useReadOnly(): boolean {
  return useApp(({ start }) => start.readOnly)
}

/** Whether a change has to be refused because the library can only be read; that has then been said. */
export function refuseChange(): boolean {
  const { start, say } = useApp.getState()
  if (start.readOnly) say(READ_ONLY)
  return start.readOnly
}
