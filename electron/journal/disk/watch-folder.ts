import { type FSWatcher, watch } from 'node:fs'

/**
 * Watches a folder, not those in it. Where the system cannot (a network folder, too many watched already), nothing is
 * ever told: who needs to know has to look for themselves now and then in any case. Keeps no process running.
 *
 * @param path absolute
 * @param onChange is told the name of what may have changed, come or gone; `null`: the system does not say what
 * @returns ends it
 */
export function watchFolder(path: string, onChange: (name: string | null) => void): () => void {
  let watcher: FSWatcher
  try {
    watcher = watch(path, { persistent: false }, (_, name) => onChange(name))
  } catch {
    return () => {}
  }
  watcher.on('error', () => {
    watcher.close()
    // The folder itself may have gone.
    onChange(null)
  })
  return () => watcher.close()
}
