import type { App } from 'electron'
import { isTripFile } from '../journal/start-options.ts'

/** More at once nobody opens on purpose. */
const MOST = 50

export interface OpenedFiles {
  /** Calls back with each file that is opened from now on, and with those that were before. */
  listen(callback: (paths: readonly string[]) => void): void
}

/**
 * Gathers the files that are opened with Lanyard in the file manager. Linux and Windows name them on the command line, of
 * this start or of one that ends at once because Lanyard is running already; macOS tells of each by an event, which can
 * come before anything else is ready.
 *
 * @param named those of this start's own command line, absolute
 */
export function gatherOpenedFiles(app: App, named: readonly string[]): OpenedFiles {
  const waiting = [...named]
  let listener: ((paths: readonly string[]) => void) | null = null
  const add = (paths: readonly string[]) => {
    if (listener === null) waiting.push(...paths)
    else if (paths.length > 0) listener(paths)
  }
  app.on('open-file', (event, path) => {
    event.preventDefault()
    add([path])
  })
  // The other start has found out what it was given, in its own folder: Chromium rearranges what it passes on.
  app.on('second-instance', (_event, _args, _folder, data) => add(filesIn(data)))
  return {
    listen(callback) {
      listener = callback
      if (waiting.length > 0) callback(waiting.splice(0))
    },
  }
}

/** What a start tells the Lanyard that is running already. */
export function tellFiles(paths: readonly string[]): { files: string[] } {
  return { files: paths.slice(0, MOST) }
}

/** Anything that runs as this user can send this. */
function filesIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null || !('files' in data) || !Array.isArray(data.files)) return []
  return data.files
    .filter((path: unknown): path is string => typeof path === 'string' && isTripFile(path))
    .slice(0, MOST)
}
