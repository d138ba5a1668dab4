import { ok } from '../../shared/result.ts'
import type { Context, HandlersOf } from './context.ts'

/** Keeping a copy of the library in a second place. */
export function backupHandlers({ backup }: Context): HandlersOf<'backup'> {
  return {
    'backup.status': async () => ok(await backup.status()),

    'backup.run': async (_input, { signal, report }) => {
      await backup.runAll({ signal, onProgress: (done, place) => report(done, 'copying', { place }) })
      return ok(await backup.status())
    },
  }
}
