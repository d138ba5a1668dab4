import type { Handlers } from '../../shared/contract/index.ts'
import type { StartInfo } from '../../shared/contract/app.ts'
import { fail, ok } from '../../shared/result.ts'
import { defined } from '../edits/defined.ts'
import type { Context } from './context.ts'

type SettingsHandlers = Pick<
  Handlers,
  'app.start' | 'settings.save' | 'settings.chooseLibrary' | 'settings.chooseExports'
>

/** What only the engine as a whole can do. */
export interface EngineRoom {
  startInfo(): Promise<StartInfo>
  /** Goes over to another library; what is being written to the old one is still written. */
  useLibrary(folder: string): void
}

export const noDialog = fail(
  'shell.unavailable',
  'Folders cannot be chosen here. Name the library when you start Lanyard, with --library and the folder.',
)

/** What the window needs at its start, and what people choose for themselves. */
export function settingsHandlers(context: Context, room: EngineRoom): SettingsHandlers {
  return {
    'app.start': async () => ok(await room.startInfo()),

    'settings.save': (changes) => context.settings.save(defined(changes)),

    'settings.chooseLibrary': async () => {
      if (context.shell.chooseFolder === null) return noDialog
      if ((await room.startInfo()).libraryIsFixed) {
        return fail(
          'input.invalid',
          'The library was named when Lanyard was started. Start Lanyard without that to choose another.',
        )
      }
      const folder = await context.shell.chooseFolder('Where is the library?', context.library.folder)
      if (folder === null) return ok(null)
      const saved = await context.settings.save({ library: folder })
      if (!saved.ok) return saved
      room.useLibrary(folder)
      return ok(await room.startInfo())
    },

    'settings.chooseExports': async () => {
      if (context.shell.chooseFolder === null) return noDialog
      const folder = await context.shell.chooseFolder('Where do exports go?', context.exportsFolder())
      if (folder === null) return ok(null)
      const saved = await context.settings.save({ exports: folder })
      return saved.ok ? ok(await room.startInfo()) : saved
    },
  }
}
