import type { Context } from './context.ts'

/**
 * Files that somebody has opened with Lanyard from outside of it: in the file manager, or on the command line. The page
 * takes them one by one when it can, for at the start there is none yet.
 */
export interface OpenedFiles {
  /** @param paths absolute */
  add(paths: readonly string[]): void
  /** The next one, which is then no longer waiting; `null`: there is none. */
  take(): string | null
  isEmpty(): boolean
}

/** More are no longer opened, but thrown at the program. */
const MOST_WAITING = 50

export function createOpenedFiles(emit: Context['emit']): OpenedFiles {
  const waiting: string[] = []
  return {
    add(paths) {
      waiting.push(...paths.slice(0, MOST_WAITING - waiting.length))
      if (paths.length > 0) emit('archive.waiting', {})
    },
    take: () => waiting.shift() ?? null,
    isEmpty: () => waiting.length === 0,
  }
}
