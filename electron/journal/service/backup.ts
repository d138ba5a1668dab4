import { ok } from '../../shared/result.ts'
import type { Context, HandlersOf } from './context.ts'

/** Keeping a copy of the library in a second place. */
export function backupHandlers({ backup }: Context): HandlersOf<'backup'> {
  return {
    'backup.status': async () => ok(await backup.status()),

    'backup.run': async () => {
      await backup.runAll()
      return ok(await backup.status())
    },
  }
}
