import type { EventData, EventName } from '../../shared/contract/index.ts'
import type { Library } from '../library/library.ts'
import type { SettingsFile } from '../library/settings-file.ts'
import type { RunningExports } from './running-exports.ts'
import type { RunningWork } from './running-work.ts'

/** What the engine cannot do itself and asks of the shell that it runs in. */
export interface Shell {
  /** What the window is told that it runs in. */
  kind: 'desktop' | 'browser'
  /** Asks the user for a folder; `null` where the shell has no such dialog or the user thinks better of it. */
  chooseFolder: ((question: string, startAt: string) => Promise<string | null>) | null
  /**
   * Asks the user for a file to save to, with a name to begin with, and whether what has its name may be replaced.
   * Absent where the shell has no such dialog.
   */
  chooseSaveFile?: (question: string, name: string) => Promise<string | null>
  /** Opens the system's file manager at a file or folder; `null` where the shell has none. */
  showInFolder: ((path: string) => Promise<void>) | null
  /** Shows the whole address, asks, and opens it outside Lanyard. The address has been checked before. */
  openLink: ((url: string) => Promise<void>) | null
}

/** What every handler of the engine works with. */
export interface Context {
  /** What is being written for the user at this moment, beside the library. */
  readonly runningExports: RunningExports
  /** What else of the page's takes its time: reading, restoring, taking in, saving a copy. */
  readonly work: RunningWork
  /** The library in use. It can be another one at the next call, so it is asked for each time. */
  readonly library: Library
  readonly settings: SettingsFile
  /** Where exports go, absolute, as the settings say at this moment. */
  exportsFolder: () => string
  shell: Shell
  version: string
  emit: <E extends EventName>(event: E, data: EventData<E>) => void
}
