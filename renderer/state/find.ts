const finders = new Set<() => void>()

/** Tells how to find something in what is on the screen. Returns what ends it. */
export function provideFind(find: () => void): () => void {
  finders.add(find)
  return () => finders.delete(find)
}

/** Opens find and replace in the text that came last; whether there is one. */
export function findHere(): boolean {
  const find = [...finders].at(-1)
  find?.()
  return find !== undefined
}
