import type { Context } from './context.ts'

/**
 * Files that the user opened with Lanyard in the file manager or on the command line. The page fetches them one by one,
 * because there is no page yet at the start.
 */
export interface OpenedFiles {
  /** @param paths absolute */
  add(paths: readonly string[]): void
  /** Removes and returns the next file; `null` if there is no further file. */
  take(): string | null
}

/** Maximum number of waiting files. Nobody opens more on purpose. */
const MAX_WAITING = 50

export function createOpenedFiles(emit: Context['emit']): OpenedFiles {
  const waiting: string[] = []
  return {
    add(paths) {
      waiting.push(...paths.slice(0, MAX_WAITING - waiting.length))
      if (paths.length > 0) emit('archive.waiting', {})
    },
    take: () => waiting.shift() ?? null,
  }
}
