import { type FSWatcher, watch } from 'node:fs'

/**
 * Watches a folder, but not its subfolders. On systems that cannot watch it (a network folder, too many watches
 * already), nothing is ever reported, so callers must also check now and then. Does not keep the process running.
 *
 * @param path absolute
 * @param onChange is called with the name of what may have changed, appeared or disappeared; `null` if the system does
 * not say
 * @returns a function that ends the watch
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
    // The folder itself may have been removed.
    onChange(null)
  })
  return () => watcher.close()
}
