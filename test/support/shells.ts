import type { Page } from 'playwright-core'
import { describe } from 'vitest'
import { browserShell } from './browser.ts'
import { desktopShell } from './desktop.ts'
import type { Home } from './home.ts'

/** Lanyard as a user has it before them, in whichever shell. */
export interface RunningLanyard {
  page: Page
  /** What the page's console has called an error so far, refusals of the content security policy among it. */
  complaints: string[]
  /** As a user ends it; resolves when the program is gone. */
  quit: () => Promise<void>
  /** As a power cut ends it. */
  kill: () => Promise<void>
}

export interface OpenOptions {
  home: Home
  /** Flags of Lanyard's own, as `--sample`. */
  args?: string[]
  /** Of the page, in pixels. */
  size?: { width: number; height: number }
  /** The folder of a network watch of the test's own, where that is not the suite's. */
  networkWatch?: string
  /** A page or another part is going to crash: with its sockets watched, a process never comes to the end of that. */
  crashes?: boolean
}

export interface Shell {
  name: 'desktop' | 'browser'
  /** Why it cannot be run here; `null`: it can. */
  missing: string | null
  makeHome(): Promise<Home>
  open(options: OpenOptions): Promise<RunningLanyard>
}

/** Runs the same tests in each shell that this machine can run, and says in a line which it cannot. */
export function inEachShell(name: string, tests: (shell: Shell) => void): void {
  for (const shell of [desktopShell, browserShell]) inShell(name, shell, tests)
}

export function inShell<S extends Shell>(name: string, shell: S, tests: (shell: S) => void): void {
  if (shell.missing !== null) process.stdout.write(`Skipped in the ${shell.name}: ${shell.missing}\n`)
  describe.skipIf(shell.missing !== null)(`${name}, in the ${shell.name}`, () => {
    tests(shell)
  })
}

/** Where one shell is enough, because the page alone is looked at. */
export const anyShell: Shell = desktopShell.missing === null ? desktopShell : browserShell

export { browserShell, desktopShell }
