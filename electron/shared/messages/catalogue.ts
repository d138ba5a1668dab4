import compile from 'icu-minify/compile'
import type { CompiledMessage } from 'icu-minify/format'

/** Looks up a message of one language by its key. */
export type Catalogue = (key: string) => CompiledMessage | undefined

/** The value of a key in a language's JSON file. The build replaces it with the compiled message. */
type Stored = { message: string; description?: string } | CompiledMessage

/**
 * Loads the messages of one JSON file. Each is compiled on first use: a process that prints little, such as the command
 * line, need not parse hundreds of messages. In a build they are precompiled, and the compiler is left out.
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
