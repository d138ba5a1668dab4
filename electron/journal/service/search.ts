import type { Context, HandlersOf } from './context.ts'

/** Finding words in all trips. */
export function searchHandlers({ search }: Context): HandlersOf<'search'> {
  return {
    'search.find': ({ waits, ...query }) => search().find(query, waits),
    'search.names': (names) => search().names(names),
  }
}
