import type { Log } from './log.ts'

/** What a shell knows about itself and the computer. None of it identifies a person, a file or a folder. */
export interface Facts {
  versions: Readonly<Record<string, string>>
  system: Readonly<Record<string, string>>
}

/** What a shell provides for diagnosing problems. */
export interface Diagnostics {
  log: Log
  facts: () => Facts
  /** Asks where to save a text file. Returns `null` if the user cancels; is `null` if the shell has no such dialog. */
  chooseFile: ((name: string) => Promise<string | null>) | null
  /** The licences of everything that Lanyard is made of; `null` if this build does not include them. */
  notices: () => Promise<string | null>
}
