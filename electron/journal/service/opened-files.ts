import type { Context } from './context.ts'

/**
 * Files that were opened with Lanyard from outside: in the file manager, or on the command line. The page takes them
 * one by one when it can, because at the start there is no page yet.
 */
export interface OpenedFiles {
  /** @param paths absolute */
  add(paths: readonly string[]): void
  /** Removes and returns the next one; `null`: there is none. */
  take(): string | null
}

/** Maximum number of waiting files. Nobody opens more on purpose. */
const MOST_WAITING = 50

export function createOpenedFiles(emit: Context['emit']): OpenedFiles {
  const waiting: string[] = []
  return {
    add(paths) {
      waiting.push(...paths.slice(0, MOST_WAITING - waiting.length))
      if (paths.length > 0) emit('archive.waiting', {})
    },
    take: () => waiting.shift() ?? null,
  }
}
