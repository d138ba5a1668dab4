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
import type { Job, Jobs } from '../jobs/jobs.ts'
import type { Library } from '../library/library.ts'
import type { SettingsFile } from '../library/settings-file.ts'
import type { OpenedFiles } from './opened-files.ts'

/** What the engine cannot do itself and asks of the shell that it runs in. */
export interface Shell {
  /** Which shell this is, for the window. */
  kind: 'desktop' | 'browser'
  /** Asks the user for a folder and resolves with `null` if they cancel; `null` where the shell has no such dialog. */
  chooseFolder: ((question: string, startAt: string) => Promise<string | null>) | null
  /**
   * Asks the user for a file to save to, suggesting a name, and whether a file of that name may be replaced. Absent where
   * the shell has no such dialog.
   */
  chooseSaveFile?: (question: string, name: string) => Promise<string | null>
  /** Opens the system's file manager at a file or folder; `null` where the shell has none. */
  showInFolder: ((path: string) => Promise<void>) | null
  /** Shows the whole address, asks, and opens it outside Lanyard. The address has been checked before. */
  openLink: ((url: string) => Promise<void>) | null
}

/** What every handler of the engine works with. */
export interface Context {
  /** The long work that is going on. */
  readonly jobs: Jobs
  /** The library in use. It can be another one at the next call, so ask for it each time. */
  readonly library: Library
  readonly settings: SettingsFile
  readonly backup: Backup
  /** Files that were opened with Lanyard from outside. */
  readonly openedFiles: OpenedFiles
  /** `null` where nothing is logged, as on the command line. */
  readonly diagnostics: Diagnostics | null
  readonly shell: Shell
  /** Lanyard's own. */
  readonly version: string
  /** Where exports go according to the settings, absolute. */
  exportsFolder: () => string
  /** What the window needs to know at its start. */
  startInfo: () => Promise<StartInfo>
  /** Switches to another library; pending writes to the old one are still made. */
  useLibrary: (folder: string) => void
  /** The page has saved what was typed, except for this many texts. */
  noteFlushed: (unsaved: number) => void
  emit: <E extends EventName>(event: E, data: EventData<E>) => void
  /** Calls back when the engine closes, and waits for it. */
  onClose: (callback: () => Promise<void>) => void
}

/** What answers a channel inside the engine. A channel that starts a job gets what the job is followed and cancelled by. */
export type Implementation<C extends Channel> = C extends JobChannel
  ? (input: Parameters<Handler<C>>[0], job: Job) => ReturnType<Handler<C>>
  : Handler<C>

/** The handlers of one domain of the contract. */
export type HandlersOf<D extends Domain> = { [C in ChannelOf<D>]: Implementation<C> }

/** The versions of Lanyard and of what it runs on, by name. */
export function versionsOf({ diagnostics, version }: Context): Readonly<Record<string, string>> {
  return diagnostics?.facts().versions ?? { Lanyard: version, Node: process.versions.node }
}
