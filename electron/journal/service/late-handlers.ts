import type { Channel, Handler, Handlers } from '../../shared/contract/index.ts'
import { ok } from '../../shared/result.ts'
import type { Backup } from '../backup/backup.ts'
import type { Diagnostics } from '../diagnostics/diagnostics.ts'
import type { Context } from './context.ts'
import type { OpenedFiles } from './opened-files.ts'
import type { EngineRoom } from './settings.ts'

export interface LateOptions {
  context: Context
  room: EngineRoom
  backup: Backup
  openedFiles: OpenedFiles
  diagnostics: Diagnostics | null
}

/**
 * Handlers that no start needs, and that bring much code with them: the machinery for Markdown, for differences, for
 * zipped files. It is loaded at the first call, so that the start is fast.
 */
export function lateHandlers({ context, room, backup, openedFiles, diagnostics }: LateOptions) {
  const archives = once(async () => (await import('./archives.ts')).archiveHandlers(context, openedFiles))
  const handlers = {
    ...late(['report.compose'], async () => (await import('./compose.ts')).composeHandlers(context)),
    ...late(['exports.targets', 'exports.run', 'exports.cancel', 'exports.show'], async () =>
      (await import('./exports.ts')).exportHandlers(context),
    ),
    ...late(['imports.run'], async () => (await import('./imports.ts')).importHandlers(context)),
    ...late(['history.list', 'history.compare', 'history.restore', 'history.usage'], async () =>
      (await import('./history.ts')).historyHandlers(context),
    ),
    ...late(['recovery.inspect', 'recovery.restore', 'recovery.adopt'], async () =>
      (await import('./recovery.ts')).recoveryHandlers(context),
    ),
    ...late(['conflicts.list', 'conflicts.compare', 'conflicts.merge'], async () =>
      (await import('./conflicts.ts')).conflictHandlers(context),
    ),
    ...late(['links.open'], async () => (await import('./links.ts')).linkHandlers(context)),
    ...late(['archives.read', 'archives.take', 'archives.pack', 'archives.show', 'archives.cancel'], archives.get),
    // Asked at each start, and hardly ever is there one.
    'archives.next': async (input) =>
      openedFiles.isEmpty() ? ok(null) : await (await archives.get())['archives.next'](input),
    ...late(['library.verify', 'library.cancelVerify'], async () =>
      (await import('./verification.ts')).verificationHandlers(context, backup),
    ),
    ...late(['backup.trips', 'backup.restore', 'backup.cancelRestore', 'backup.repairPictures'], async () =>
      (await import('./restoring.ts')).restoringHandlers(context, backup),
    ),
    ...late(
      ['app.problem', 'app.about', 'app.notices', 'app.restart', 'diagnostics.report', 'diagnostics.save'],
      async () => (await import('./diagnostics.ts')).diagnosticsHandlers(context, room, diagnostics),
    ),
  } satisfies Partial<Handlers>
  return { handlers, close: async () => (await archives.made())?.close() }
}

type HandlersOf<C extends Channel> = { [K in C]: Handler<K> }

/** The handlers of some channels, which are loaded when the first of them is called. */
function late<C extends Channel>(channels: readonly C[], load: () => Promise<HandlersOf<C>>): HandlersOf<C> {
  const loaded = once(load)
  const handlers: Partial<HandlersOf<C>> = {}
  for (const channel of channels) handlers[channel] = lateHandler(channel, loaded.get)
  // Each of them was set just now.
  return handlers as HandlersOf<C>
}

function lateHandler<C extends Channel>(channel: C, load: () => Promise<HandlersOf<C>>): Handler<C> {
  return async (input) => await (await load())[channel](input)
}

/** Makes something when it is first wanted, and keeps it. */
function once<T>(make: () => Promise<T>): { get: () => Promise<T>; made: () => Promise<T> | null } {
  let made: Promise<T> | null = null
  return { get: () => (made ??= make()), made: () => made }
}
