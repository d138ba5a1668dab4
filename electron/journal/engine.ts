import { dirname, join } from 'node:path'
import type { EventData, EventName, Handlers, StartInfo } from '../shared/contract.ts'
import { ok } from '../shared/result.ts'
import { Backup } from './backup/backup.ts'
import type { Diagnostics } from './diagnostics/diagnostics.ts'
import { canWrite } from './disk/can-write.ts'
import type { FileSystem } from './disk/file-system.ts'
import type { Library } from './library/library.ts'
import { openLibrary } from './library/open-library.ts'
import { openSettings } from './library/settings-file.ts'
import { backupHandlers } from './service/backup.ts'
import type { Context, Shell } from './service/context.ts'
import type { diagnosticsHandlers } from './service/diagnostics.ts'
import { entryHandlers } from './service/entries.ts'
import { libraryHandlers } from './service/library.ts'
import { createOpenedFiles, type OpenedFiles } from './service/opened-files.ts'
import { photoHandlers } from './service/photos.ts'
import { reportHandlers } from './service/report.ts'
import { createRunningExports } from './service/running-exports.ts'
import { type EngineRoom, settingsHandlers } from './service/settings.ts'
import { tripHandlers } from './service/trips.ts'

export interface EngineOptions {
  /** Absolute; it and its folder need not be there yet. */
  settingsFile: string
  /** The library's folder, absolute. It goes before the settings, which then do not decide. */
  library?: string
  /** The user's documents, absolute: the library and the exports are in there unless the settings say otherwise. */
  documents: string
  /** Lanyard's own. */
  version: string
  shell: Shell
  /** Told when the page has saved what was typed, or says how much it could not. */
  onFlushed?: (unsaved: number) => void
  /** Where there is none, as on the command line, nothing is logged. */
  diagnostics?: Diagnostics
  fileSystem?: FileSystem
}

/** The journal itself, without a window: what every shell wraps. */
export interface Engine {
  readonly handlers: Handlers
  readonly context: Context
  readonly backup: Backup
  /** The files that are opened with Lanyard from outside. */
  readonly openedFiles: Pick<OpenedFiles, 'add'>
  /** Calls back at each event until the function that it returns is called. */
  on<E extends EventName>(event: E, callback: (data: EventData<E>) => void): () => void
  /** Waits for every write that was asked for. */
  close(): Promise<void>
}

/** Opens the settings. The library is first looked at when something is asked of it. */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const { documents, shell, version, fileSystem } = options
  const settings = await openSettings(options.settingsFile, fileSystem)
  const { on, emit } = createEvents()
  const backup = new Backup({
    library: () => library,
    folder: () => settings.current.backup,
    notesFile: join(dirname(options.settingsFile), 'backups.json'),
    onChange: (status) => emit('backup.changed', status),
  })
  let isWatched = false
  const open = (folder: string, mayCreate: boolean): Library => {
    const opened = openLibrary({
      folder,
      mayCreate,
      onSaved: (tripId) => backup.noteSaved(tripId),
      onTripChanged: (tripId) => emit('trip.changed', { tripId }),
      onFoldersChanged: () => emit('library.changed', {}),
      onConflicts: (tripId, conflicts) => emit('trip.merged', { tripId, conflicts }),
      ...(fileSystem !== undefined && { fileSystem }),
    })
    if (isWatched) opened.watch()
    return opened
  }

  const chosen = options.library === undefined ? settings.current.library : null
  // A library that somebody has chosen was there then: where it is missing, its disk is, and an empty one is no help.
  let library = open(options.library ?? chosen ?? join(documents, 'Lanyard'), chosen === null)
  const closing: Promise<void>[] = []

  const context: Context = {
    get library() {
      return library
    },
    settings,
    exportsFolder: () => settings.current.exports ?? join(documents, 'Lanyard exports'),
    shell,
    version,
    runningExports: createRunningExports(),
    emit,
  }

  const room = {
    startInfo: async (): Promise<StartInfo> => ({
      shell: shell.kind,
      version,
      settings: settings.current,
      library: library.folder,
      exports: context.exportsFolder(),
      libraryIsFixed: options.library !== undefined,
      readOnly: !(await canWrite(library.folder)),
      canChooseFolders: shell.chooseFolder !== null,
    }),
    useLibrary: (folder: string) => {
      closing.push(library.close())
      library = open(folder, false)
      backup.reset()
      emit('library.changed', {})
    },
  }

  const openedFiles = createOpenedFiles(emit)
  const late = lateHandlers(context, openedFiles)
  return {
    context,
    backup,
    openedFiles,
    on(event, callback) {
      // Where nobody wants to know, as on the command line, nothing is watched.
      if (event === 'trip.changed' || event === 'library.changed') {
        isWatched = true
        library.watch()
      }
      if (event === 'backup.changed') backup.begin()
      return on(event, callback)
    },
    handlers: {
      ...settingsHandlers(context, room),
      ...lateDiagnostics(context, room, options.diagnostics ?? null),
      ...libraryHandlers(context),
      ...tripHandlers(context),
      ...entryHandlers(context),
      ...photoHandlers(context),
      ...reportHandlers(context),
      ...backupHandlers(context, room, backup),
      ...lateForBackup(context, backup),
      ...late.handlers,
      'app.flushed': async ({ unsaved }) => {
        options.onFlushed?.(unsaved)
        return ok({})
      },
    },
    async close() {
      await late.close()
      await Promise.all([...closing, library.close()])
      await backup.close()
    },
  }
}

type Late =
  | 'history.list'
  | 'history.compare'
  | 'history.restore'
  | 'history.usage'
  | 'recovery.inspect'
  | 'recovery.restore'
  | 'recovery.adopt'
  | 'conflicts.list'
  | 'conflicts.compare'
  | 'conflicts.merge'
  | 'report.compose'
  | 'exports.targets'
  | 'exports.run'
  | 'exports.cancel'
  | 'exports.show'
  | 'imports.run'
  | 'archives.read'
  | 'archives.next'
  | 'archives.take'
  | 'archives.pack'
  | 'archives.show'
  | 'archives.cancel'
  | 'links.open'

/** Handlers that bring the machinery for Markdown or for differences with them. It is loaded at the first call, so that the start is fast. */
function lateHandlers(
  context: Context,
  openedFiles: OpenedFiles,
): { handlers: Pick<Handlers, Late>; close(): Promise<void> } {
  const compose = once(async () => (await import('./service/compose.ts')).composeHandlers(context))
  const exporting = once(async () => (await import('./service/exports.ts')).exportHandlers(context))
  const importing = once(async () => (await import('./service/imports.ts')).importHandlers(context))
  const history = once(async () => (await import('./service/history.ts')).historyHandlers(context))
  const recovery = once(async () => (await import('./service/recovery.ts')).recoveryHandlers(context))
  const conflicts = once(async () => (await import('./service/conflicts.ts')).conflictHandlers(context))
  const links = once(async () => (await import('./service/links.ts')).linkHandlers(context))
  const loadArchives = async () => (await import('./service/archives.ts')).archiveHandlers(context, openedFiles)
  let archivesLoaded: ReturnType<typeof loadArchives> | null = null
  const archives = () => (archivesLoaded ??= loadArchives())
  const handlers: Pick<Handlers, Late> = {
    'report.compose': async (input) => (await compose())['report.compose'](input),
    'exports.targets': async (input) => (await exporting())['exports.targets'](input),
    'exports.run': async (input) => (await exporting())['exports.run'](input),
    'exports.cancel': async (input) => (await exporting())['exports.cancel'](input),
    'exports.show': async (input) => (await exporting())['exports.show'](input),
    'imports.run': async (input) => (await importing())['imports.run'](input),
    'history.list': async (input) => (await history())['history.list'](input),
    'history.compare': async (input) => (await history())['history.compare'](input),
    'history.restore': async (input) => (await history())['history.restore'](input),
    'history.usage': async (input) => (await history())['history.usage'](input),
    'recovery.inspect': async (input) => (await recovery())['recovery.inspect'](input),
    'recovery.restore': async (input) => (await recovery())['recovery.restore'](input),
    'recovery.adopt': async (input) => (await recovery())['recovery.adopt'](input),
    'conflicts.list': async (input) => (await conflicts())['conflicts.list'](input),
    'conflicts.compare': async (input) => (await conflicts())['conflicts.compare'](input),
    'conflicts.merge': async (input) => (await conflicts())['conflicts.merge'](input),
    'links.open': async (input) => (await links())['links.open'](input),
    'archives.read': async (input) => (await archives())['archives.read'](input),
    // Asked at each start, and hardly ever is there one.
    'archives.next': async (input) => (openedFiles.isEmpty() ? ok(null) : (await archives())['archives.next'](input)),
    'archives.take': async (input) => (await archives())['archives.take'](input),
    'archives.pack': async (input) => (await archives())['archives.pack'](input),
    'archives.show': async (input) => (await archives())['archives.show'](input),
    'archives.cancel': async (input) => (await archives())['archives.cancel'](input),
  }
  return { handlers, close: async () => (await archivesLoaded)?.close() }
}

type LateForBackup =
  | 'library.verify'
  | 'library.cancelVerify'
  | 'backup.trips'
  | 'backup.restore'
  | 'backup.cancelRestore'
  | 'backup.repairPictures'

/** The same for what reads every file of the library or of its backup. */
function lateForBackup(context: Context, backup: Backup): Pick<Handlers, LateForBackup> {
  const verification = once(async () =>
    (await import('./service/verification.ts')).verificationHandlers(context, backup),
  )
  const restoring = once(async () => (await import('./service/restoring.ts')).restoringHandlers(context, backup))
  return {
    'library.verify': async (input) => (await verification())['library.verify'](input),
    'library.cancelVerify': async (input) => (await verification())['library.cancelVerify'](input),
    'backup.trips': async (input) => (await restoring())['backup.trips'](input),
    'backup.restore': async (input) => (await restoring())['backup.restore'](input),
    'backup.cancelRestore': async (input) => (await restoring())['backup.cancelRestore'](input),
    'backup.repairPictures': async (input) => (await restoring())['backup.repairPictures'](input),
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

/** The same for what is asked when something does not work. */
function lateDiagnostics(
  context: Context,
  room: EngineRoom,
  diagnostics: Diagnostics | null,
): ReturnType<typeof diagnosticsHandlers> {
  const problems = once(async () =>
    (await import('./service/diagnostics.ts')).diagnosticsHandlers(context, room, diagnostics),
  )
  return {
    'app.problem': async (input) => (await problems())['app.problem'](input),
    'app.about': async (input) => (await problems())['app.about'](input),
    'app.notices': async (input) => (await problems())['app.notices'](input),
    'app.restart': async (input) => (await problems())['app.restart'](input),
    'diagnostics.report': async (input) => (await problems())['diagnostics.report'](input),
    'diagnostics.save': async (input) => (await problems())['diagnostics.save'](input),
  }
}

type Emit = Context['emit']

function createEvents(): { on: Engine['on']; emit: Emit } {
  const listeners = new Map<EventName, Set<(data: never) => void>>()
  return {
    on(event, callback) {
      const registered = listeners.get(event) ?? new Set()
      listeners.set(event, registered.add(callback))
      return () => registered.delete(callback)
    },
    emit(event, data) {
      // Only callbacks for this event are in its set, which the map's type cannot say.
      for (const callback of listeners.get(event) ?? []) (callback as (data: EventData<typeof event>) => void)(data)
    },
  }
}
