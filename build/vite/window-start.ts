import { normalizePath } from 'vite'

interface ModuleContext {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null
}

/**
 * Returns a function that names one chunk for what a program loads before anything else, so that its start does not read
 * twenty files one after the other. What only the program uses stays with it. So does what needs a package that is too
 * large to load for nothing: the start uses only some parts of such modules, or none.
 *
 * @param entry the program, absolute
 * @param own the folder with what only it uses, absolute
 * @param large matches the modules of the package
 */
export function startOf(
  entry: string,
  own: string,
  large: RegExp,
): (id: string, context: ModuleContext) => string | null {
  let found: ReadonlySet<string> | null = null
  return (id, context) => {
    found ??= closureOf(entry, large, context)
    return found.has(id) && !normalizePath(id).startsWith(normalizePath(own)) ? 'start' : null
  }
}

/** A module with all that it imports, and so on, apart from what needs a large package. */
function closureOf(entry: string, large: RegExp, context: ModuleContext): ReadonlySet<string> {
  const importsOf = (id: string) => context.getModuleInfo(id)?.importedIds ?? []
  const reach = new Map<string, boolean>()
  const needsLarge = (id: string): boolean => {
    const known = reach.get(id)
    if (known !== undefined) return known
    // Modules that import each other are looked at once.
    reach.set(id, false)
    const needs = large.test(normalizePath(id)) || importsOf(id).some(needsLarge)
    reach.set(id, needs)
    return needs
  }
  const found = new Set([entry])
  // What is added while the list is walked is walked, too.
  for (const id of found) for (const imported of importsOf(id)) found.add(imported)
  return new Set([...found].filter((id) => !needsLarge(id)))
}
