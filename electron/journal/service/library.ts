import { ok } from '../../shared/result.ts'
import { throttle } from '../jobs/throttle.ts'
import { nameLost } from '../history/name-lost.ts'
import type { Context, HandlersOf } from './context.ts'

/** Delay before progress is shown, in milliseconds. Listing takes longer if many trips are new or the disk is slow. */
const SLOW_MS = 300

/** The library as a whole. */
export function libraryHandlers(context: Context): HandlersOf<'library'> {
  return {
    'library.list': async () => {
      const { library } = context
      const onProgress = throttle((done: number) => context.emit('library.progress', { done }), SLOW_MS)
      const found = await library.list({ onProgress })
      if (!found.ok) return found
      const { trips, unreadable, revision } = found.value
      return ok({ trips, unreadable: await nameLost(library.folder, unreadable, library.disk), revision })
    },
    'library.trash': () => context.library.trash(),
    'library.restore': ({ trashId }) => context.library.restore(trashId),
    'library.emptyTrash': async () => {
      const emptied = await context.library.emptyTrash()
      return emptied.ok ? ok({}) : emptied
    },
  }
}
