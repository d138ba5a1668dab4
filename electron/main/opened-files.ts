import type { App } from 'electron'
import { isTripFile } from '../journal/start-arguments.ts'

/** Maximum number of files opened at once. Nobody opens more on purpose. */
const MAX_FILES = 50

export interface OpenedFiles {
  /** Calls back with the files that have been opened so far, and with each one from now on. */
  listen(callback: (paths: readonly string[]) => void): void
}

/**
 * Collects the files that are opened with Lanyard in the file manager. Linux and Windows pass them on the command line,
 * either of this process or of a second one that ends at once because Lanyard is already running; macOS sends an event
 * for each, possibly before anything else is ready.
 *
 * @param named those on this process's own command line, absolute
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
  // The other process has already resolved its arguments in its own folder: Chromium rearranges those that it passes
  // on.
  app.on('second-instance', (_event, _args, _folder, data) => add(filesIn(data)))
  return {
    listen(callback) {
      listener = callback
      if (waiting.length > 0) callback(waiting.splice(0))
    },
  }
}

/** What a second process sends to the one that is already running. */
export function messageWithFiles(paths: readonly string[]): { files: string[] } {
  return { files: paths.slice(0, MAX_FILES) }
}

/** The files in what a second process sent. Any program of this user can send this, so it is checked. */
function filesIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null || !('files' in data) || !Array.isArray(data.files)) return []
  return data.files
    .filter((path: unknown): path is string => typeof path === 'string' && isTripFile(path))
    .slice(0, MAX_FILES)
}
