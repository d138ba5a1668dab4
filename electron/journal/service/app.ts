import { fail, ok } from '../../shared/result.ts'
import { type Context, type HandlersOf, versionsOf } from './context.ts'

/** Handlers for the program itself: starting, quitting, licences. */
export function appHandlers(context: Context): HandlersOf<'app'> {
  const { diagnostics } = context
  return {
    'app.start': async () => ok(await context.startInfo()),

    'app.flushed': async ({ unsaved }) => {
      context.place.settle()
      context.noteFlushed(unsaved)
      return ok({})
    },

    'app.keepPlace': async ({ place }) => {
      await context.place.keep(context.library.folder, place)
      return ok({})
    },

    // Only the desktop window begins with a frame.
    'app.keepFrame': async () => ok({}),

    'app.problem': async ({ kind, error }) => {
      diagnostics?.log.note('error.page', { kind, error })
      return ok({})
    },

    'app.about': async () =>
      ok({ versions: versionsOf(context), hasNotices: ((await diagnostics?.notices()) ?? null) !== null }),

    'app.notices': async () => ok({ text: (await diagnostics?.notices()) ?? null }),

    'app.remind': async (reminder) => {
      context.shell.remind?.(reminder)
      return ok({})
    },

    // The desktop window handles this channel itself.
    'app.restart': async () => fail('shell.no-restart'),
  }
}
