import compile from 'icu-minify/compile'
import type { CompiledMessage } from 'icu-minify/format'

/** Looks up a message of one language by its key. */
export type Catalogue = (key: string) => CompiledMessage | undefined

/** What a language's JSON file holds for each key. The build replaces it by the message compiled. */
type Stored = { message: string; description?: string } | CompiledMessage

/**
 * The messages of one JSON file. Each is compiled when it is first used: a process that says little, such as the command
 * line, does not parse hundreds of messages to print one. In a build they come compiled, and the compiler is not part of it.
 */
export function catalogueOf(stored: Readonly<Record<string, Stored>>): Catalogue {
  const compiled = new Map<string, CompiledMessage>()
  return (key) => {
    const known = compiled.get(key)
    if (known !== undefined) return known
    const found = Object.hasOwn(stored, key) ? stored[key] : undefined
    if (found === undefined) return undefined
    const fresh = typeof found === 'object' && 'message' in found ? compile(found.message) : found
    compiled.set(key, fresh)
    return fresh
  }
}
