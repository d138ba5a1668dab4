import type { Page } from 'playwright-core'
import { describe } from 'vitest'
import { browserShell } from './browser.ts'
import { desktopShell } from './desktop.ts'
import type { Home } from './home.ts'

/** Lanyard running in a shell, as a user sees it. */
export interface RunningLanyard {
  page: Page
  /** The errors on the page's console so far, including refusals of the content security policy. */
  complaints: string[]
  /** Quit as a user does. Resolves when the program has ended. */
  quit: () => Promise<void>
  /** End it as a power cut does. */
  kill: () => Promise<void>
}

export interface OpenOptions {
  home: Home
  /** Lanyard's own flags, such as `--sample`. */
  args?: string[]
  /** The language that it speaks, as a BCP 47 tag; English by default. */
  language?: string
  /** The size of the page, in pixels. */
  size?: { width: number; height: number }
  /** The folder of a network watch of the test's own; by default it is that of the suite. */
  networkWatch?: string
  /** Set if a process is going to crash: with its sockets watched, it would never finish crashing. */
  crashes?: boolean
}

export interface Shell {
  name: 'desktop' | 'browser'
  /** Why it cannot run on this machine; `null` if it can. */
  missing: string | null
  makeHome(): Promise<Home>
  open(options: OpenOptions): Promise<RunningLanyard>
}

/** Run the same tests in each shell that this machine can run, and print a line about the others. */
export function inEachShell(name: string, tests: (shell: Shell) => void): void {
  for (const shell of [desktopShell, browserShell]) inShell(name, shell, tests)
}

export function inShell<S extends Shell>(name: string, shell: S, tests: (shell: S) => void): void {
  if (shell.missing !== null) process.stdout.write(`Skipped in the ${shell.name}: ${shell.missing}\n`)
  describe.skipIf(shell.missing !== null)(`${name}, in the ${shell.name}`, () => {
    tests(shell)
  })
}

/** The shell for tests that only look at the page. */
export const anyShell: Shell = desktopShell.missing === null ? desktopShell : browserShell

export { browserShell, desktopShell }
