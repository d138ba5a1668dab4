import type { Message } from '../../shared/messages/message.ts'
import type { StartInfo } from '../../shared/contract/app.ts'
import type {
  Channel,
  ChannelOf,
  Domain,
  EventData,
  EventName,
  Handler,
  JobChannel,
} from '../../shared/contract/index.ts'
import type { Backup } from '../backup/backup.ts'
import type { Diagnostics } from '../diagnostics/diagnostics.ts'
import type { SiteRecords } from '../exporters/destinations/site-records.ts'
import type { ExportNotes } from '../exporters/export-notes.ts'
import type { PrintPage } from '../exporters/pdf/print.ts'
import type { Job, Jobs } from '../jobs/jobs.ts'
import type { Library } from '../library/library.ts'
import type { PlaceFile } from '../library/place-file.ts'
import type { SettingsFile } from '../library/settings-file.ts'
import type { LibrarySearch } from '../search/library-search.ts'
import type { OpenedFiles } from './opened-files.ts'

/** A notice that a talk begins soon. */
export interface Reminder {
  tripId: string
  title: string
  body: string
}

/** What the engine needs from the shell that it runs in. */
export interface Shell {
  /** Which shell this is, for the window. */
  kind: 'desktop' | 'browser'
  /** Asks the user for a folder and resolves with `null` if they cancel; `null` if the shell has no such dialog. */
  chooseFolder: ((question: Message, startAt: string) => Promise<string | null>) | null
  /**
   * Asks the user for a file to save to, suggesting a name, and whether to replace an existing file. Absent if the
   * shell has no such dialog.
   */
  chooseSaveFile?: (question: Message, name: string) => Promise<string | null>
  /** Shows a file or folder in the system's file manager; `null` if the shell cannot do that. */
  showInFolder: ((path: string) => Promise<void>) | null
  /**
   * Opens a file that Lanyard wrote in the program that the system has for it. Resolves with whether there is such a
   * program. Absent if the shell cannot do that.
   */
  openFile?: (path: string) => Promise<boolean>
  /** Prints a page to a PDF. Absent if the shell cannot do that. */
  printPage?: PrintPage
  /** Listens for keys while other programs are in front. Returns whether it could. Absent if the shell cannot do that. */
  useCaptureKeys?: (keys: string | null) => boolean
  /** Shows a quiet notice of the system. Absent if the shell cannot do that. */
  remind?: (reminder: Reminder) => void
  /** Shows the whole address, asks, and opens it outside Lanyard. The address has already been checked. */
  openLink: ((url: string) => Promise<void>) | null
  /** The text on the clipboard. Absent if the shell may not read it. */
  copiedText?: () => Promise<string>
}

/** What every handler of the engine has access to. */
export interface Context {
  /** The running jobs. */
  readonly jobs: Jobs
  /** The library in use. It can change between calls, so do not store it. */
  readonly library: Library
  /** The search in that library. */
  readonly search: () => LibrarySearch
  readonly settings: SettingsFile
  readonly backup: Backup
  /** Files that were opened with Lanyard from outside. */
  readonly openedFiles: OpenedFiles
  /** `null` if nothing is logged, as on the command line. */
  readonly diagnostics: Diagnostics | null
  readonly shell: Shell
  /** Lanyard's version. */
  readonly version: string
  /** The moment at the venue. It is the present, unless the clock was set to try the program out. */
  readonly moment: () => string
  readonly exportNotes: ExportNotes
  readonly siteRecords: SiteRecords
  /** Where the window was when it was closed. */
  readonly place: PlaceFile
  /** The folder for exports according to the settings, absolute. */
  exportsFolder: () => string
  /** What the window needs to know at its start. */
  startInfo: () => Promise<StartInfo>
  /** Switches to another library; pending writes to the old one are still completed. */
  useLibrary: (folder: string) => void
  /** Notes that the page has saved its unsaved text, except for this many texts. */
  noteFlushed: (unsaved: number) => void
  emit: <E extends EventName>(event: E, data: EventData<E>) => void
  /** Registers a callback that the engine calls and waits for when it closes. */
  onClose: (callback: () => Promise<void>) => void
}

/**
 * The implementation of a channel inside the engine. If the channel starts a job, it also receives the job, to report
 * progress and notice a cancellation.
 */
export type Implementation<C extends Channel> = C extends JobChannel
  ? (input: Parameters<Handler<C>>[0], job: Job) => ReturnType<Handler<C>>
  : Handler<C>

/** The handlers of one domain of the contract. */
export type HandlersOf<D extends Domain> = { [C in ChannelOf<D>]: Implementation<C> }

/** The versions of Lanyard and of what it runs on, by name. */
export function versionsOf({ diagnostics, version }: Context): Readonly<Record<string, string>> {
  return diagnostics?.facts().versions ?? { Lanyard: version, Node: process.versions.node }
}
