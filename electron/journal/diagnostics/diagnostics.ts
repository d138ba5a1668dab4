import type { Log } from './log.ts'

/** What a shell knows of itself and of the computer. Nothing in it names a person, a file or a folder. */
export interface Facts {
  versions: Readonly<Record<string, string>>
  system: Readonly<Record<string, string>>
}

/** What a shell brings along for the day on which something does not work. */
export interface Diagnostics {
  log: Log
  facts: () => Facts
  /** Asks where a text file goes; `null` where the shell has no such dialog or the user thinks better of it. */
  chooseFile: ((name: string) => Promise<string | null>) | null
  /** The licences of what Lanyard is made of; `null` where this build brings none along. */
  notices: () => Promise<string | null>
}
