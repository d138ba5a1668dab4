import { readdir } from 'node:fs/promises'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { builtFolder, journal, startingBuilt } from '../support/built-workers.ts'

/**
 * Loads all code of the engine, and lets its threads run bundles, as in the program. From the source, a thread takes
 * most of a second to start, and the first use of a part of the engine looks like a block of the main thread.
 */
export const loadEngine = (): Promise<void> => (loading ??= load())

let loading: Promise<void> | undefined

async function load(): Promise<void> {
  const folder = await builtFolder()
  const ours = pathToFileURL(journal).href
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      if (!url.startsWith(ours) || loaded.source === undefined || loaded.source === null) return loaded
      const code = typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source)
      return { ...loaded, source: startingBuilt(code, folder) }
    },
  })
  for (const file of await readdir(journal, { recursive: true })) {
    // What a thread runs can be loaded by a thread only.
    if (file.endsWith('.ts') && !file.endsWith('-worker.ts')) await import(pathToFileURL(join(journal, file)).href)
  }
}
