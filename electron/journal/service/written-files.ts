import { fail, ok, type Result } from '../../shared/result.ts'
import type { Context } from './context.ts'

/** How many can still be shown in their folder. */
const REMEMBERED = 100

/** Where what was written went. A page can have these shown and nothing else, so that no path comes from it. */
export interface WrittenFiles {
  remember(id: string, path: string): void
  /** Shows one in its folder. */
  show(id: string): Promise<Result<Record<string, never>>>
}

/**
 * @param what how messages call one of them: "export"
 * @param again how another is made, as a sentence
 */
export function createWrittenFiles({ shell }: Context, what: string, again: string): WrittenFiles {
  const paths = new Map<string, string>()
  return {
    remember(id, path) {
      paths.set(id, path)
      for (const oldest of paths.keys()) {
        if (paths.size <= REMEMBERED) break
        paths.delete(oldest)
      }
    },
    async show(id) {
      const path = paths.get(id)
      if (path === undefined) return fail('export.missing', `This ${what} is not known any more. ${again}`)
      if (shell.showInFolder === null) {
        return fail('shell.unavailable', `Folders cannot be opened from here. The ${what} is at "${path}".`)
      }
      await shell.showInFolder(path)
      return ok({})
    },
  }
}
