import { ok } from '../../shared/result.ts'
import { nameLost } from '../history/name-lost.ts'
import type { Context, HandlersOf } from './context.ts'
import { tellSeldom } from './tell-seldom.ts'

/** To list the trips takes longer where very many are new, or the disk is slow. */
const SLOW_MS = 300

/** What can be asked of the library as a whole. */
export function libraryHandlers(context: Context): HandlersOf<'library'> {
  return {
    'library.list': async () => {
      const { library } = context
      const onProgress = tellSeldom((done: number) => context.emit('library.progress', { done }), SLOW_MS)
      const found = await library.list({ onProgress })
      if (!found.ok) return found
      const { trips, unreadable } = found.value
      return ok({ trips, unreadable: await nameLost(library.folder, unreadable, library.disk) })
    },
    'library.trash': () => context.library.trash(),
    'library.restore': ({ trashId }) => context.library.restore(trashId),
    'library.emptyTrash': async () => {
      const emptied = await context.library.emptyTrash()
      return emptied.ok ? ok({}) : emptied
    },
  }
}
