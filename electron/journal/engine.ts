import { dirname, join } from 'node:path'
import type { EventData, EventName, Handlers } from '../shared/contract/index.ts'
import { Backup } from './backup/backup.ts'
import type { Diagnostics } from './diagnostics/diagnostics.ts'
import { canWrite } from './disk/can-write.ts'
import type { FileSystem } from './disk/file-system.ts'
import { openSiteRecords } from './exporters/destinations/site-records.ts'
import { openExportNotes } from './exporters/export-notes.ts'
import { createJobs } from './jobs/jobs.ts'
import type { Library } from './library/library.ts'
import { openLibrary } from './sync/open-library.ts'
import { LibrarySearch } from './search/library-search.ts'
import { openPlaceFile } from './library/place-file.ts'
import { openSettings } from './library/settings-file.ts'
import type { Context, Shell } from './service/context.ts'
import { programmeFiles } from './programmes/programme-store.ts'
import { createHandlers } from './service/handlers.ts'
import { createOpenedFiles, type OpenedFiles } from './service/opened-files.ts'
import { people } from './trip-folder/people.ts'

export interface EngineOptions {
  /** Absolute; the file and its folder need not exist yet. */
  settingsFile: string
  /** The library's folder, absolute. It overrides the settings. */
  library?: string
  /** The user's documents folder, absolute. The library and the exports are in it unless the settings say otherwise. */
  documents: string
  /** Lanyard's version. */
  version: string
  shell: Shell
  /** The moment that the clock at the venue shows now, to try that out; default: the present. */
  now?: string
  /** Called when the page has saved what was typed, with the number of texts that it could not save. */
  onFlushed?: (unsaved: number) => void
  /** If this is missing, as on the command line, nothing is logged. */
  diagnostics?: Diagnostics
  fileSystem?: FileSystem
}

/** The journal without a user interface, which every shell wraps. */
export interface Engine {
  readonly handlers: Handlers
  readonly context: Context
  readonly backup: Backup
  /** Files that the user opens with Lanyard from outside. */
  readonly openedFiles: Pick<OpenedFiles, 'add'>
  /** Calls back on each event until the returned function is called. */
  on<E extends EventName>(event: E, callback: (data: EventData<E>) => void): () => void
  /** Whether a disk has not responded, which keeps the process from ending. */
  isStuck(): boolean
  /** Cancels running jobs and waits for every pending write. */
  close(): Promise<void>
}

/** Opens the settings. The library is not read until it is needed. */
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
  let search: LibrarySearch | null = null
  const open = (folder: string, mayCreate: boolean): Library => {
    const opened = openLibrary({
      folder,
      mayCreate,
      onSaved(tripId) {
        backup.noteSaved(tripId)
        search?.noteSaved(tripId)
      },
      onTripChanged(tripId) {
        search?.noteSaved(tripId)
        emit('trip.changed', { tripId })
      },
      onFileChanged(tripId, name) {
        if (programmeFiles.has(name)) {
          search?.notePlanned(tripId)
          emit('programme.changed', { tripId })
        }
        if (name === people.name) emit('people.changed', { tripId })
      },
      onFoldersChanged() {
        search?.noteChanged()
        emit('library.changed', {})
      },
      onConflicts: (tripId, conflicts) => emit('trip.merged', { tripId, conflicts }),
      ...(fileSystem !== undefined && { fileSystem }),
    })
    if (isWatched) opened.watch()
    return opened
  }

  const chosen = options.library === undefined ? settings.current.library : null
  // A library that the user chose did exist. If it is missing now, its disk is not connected, and an empty new one
  // would not help.
  let library = open(options.library ?? chosen ?? join(documents, 'Lanyard'), chosen === null)
  const closing: Promise<void>[] = []
  const clockShift = options.now === undefined ? null : Date.parse(options.now) - Date.now()

  const closers: (() => Promise<void>)[] = []
  const context: Context = {
    get library() {
      return library
    },
    search: () =>
      (search ??= new LibrarySearch({ library, onProgress: (progress) => emit('search.progress', progress) })),
    settings,
    backup,
    openedFiles: createOpenedFiles(emit),
    diagnostics: options.diagnostics ?? null,
    shell,
    version,
    moment: () => new Date(Date.now() + (clockShift ?? 0)).toISOString(),
    jobs: createJobs((progress) => emit('job.progress', progress)),
    exportNotes: openExportNotes(join(dirname(options.settingsFile), 'exports.json'), fileSystem),
    siteRecords: openSiteRecords(join(dirname(options.settingsFile), 'sites'), fileSystem),
    place: openPlaceFile(join(dirname(options.settingsFile), 'place.json'), fileSystem),
    exportsFolder: () => settings.current.exports ?? join(documents, 'Lanyard exports'),
    startInfo: async () => ({
      shell: shell.kind,
      version,
      settings: settings.current,
      library: library.folder,
      exports: context.exportsFolder(),
      libraryIsFixed: options.library !== undefined,
      readOnly: !(await canWrite(library.folder)),
      canChooseFolders: shell.chooseFolder !== null,
      canRemind: shell.remind !== undefined,
      canCapture: shell.useCaptureKeys !== undefined,
      clockShift,
      place: await context.place.read(library.folder),
    }),
    useLibrary(folder) {
      closing.push(library.close())
      if (search !== null) closing.push(search.close())
      search = null
      library = open(folder, false)
      backup.reset()
      emit('library.changed', {})
    },
    noteFlushed: (unsaved) => options.onFlushed?.(unsaved),
    emit,
    onClose: (callback) => closers.push(callback),
  }

  return {
    context,
    backup,
    openedFiles: context.openedFiles,
    handlers: createHandlers(context),
    on(event, callback) {
      // If nobody listens, as on the command line, nothing is watched.
      if (event === 'trip.changed' || event === 'library.changed') {
        isWatched = true
        library.watch()
      }
      if (event === 'backup.changed') backup.begin()
      return on(event, callback)
    },
    isStuck: () => backup.isStuck() || library.isStuck(),
    async close() {
      context.jobs.cancelAll()
      await context.jobs.idle()
      for (const closer of closers) await closer()
      await search?.close()
      await Promise.all([...closing, library.close(), context.place.close()])
      await backup.close()
    },
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
      // A set holds only callbacks for its event, which the map's type cannot express.
      for (const callback of listeners.get(event) ?? []) (callback as (data: EventData<typeof event>) => void)(data)
    },
  }
}
