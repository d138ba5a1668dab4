import { useApp } from './app-state.ts'

/** Whether the library can only be read here, so that nothing in it can be changed. */
export function useReadOnly(): boolean {
  return useApp(({ start }) => 'readOnly' in start && start.readOnly === true)
}
