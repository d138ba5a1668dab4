import { isSameStatus, plainStatus, type FormatStatus } from './format-status.ts'

/**
 * Holds the formatting at the cursor for the toolbar, so that moving the cursor only renders the toolbar, and rarely.
 */
export interface StatusStore {
  get: () => FormatStatus
  set: (status: FormatStatus) => void
  subscribe: (listener: () => void) => () => void
}

export function createStatusStore(): StatusStore {
  let current = plainStatus
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set: (status) => {
      if (isSameStatus(status, current)) return
      current = status
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
