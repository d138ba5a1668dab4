import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { homeEnvironment, makeHome } from './home.ts'
import { findChromium, root } from './programs.ts'
import type { OpenOptions, RunningLanyard, Shell } from './shells.ts'
import { watchNetwork } from './network-watch.ts'
import { watchPage } from './watch-page.ts'

const program = findChromium()

export interface RunningBrowser extends RunningLanyard {
  /** The address that the shell printed, including its ticket, which the page has used. */
  address: string
}

export interface BrowserShell extends Shell {
  open(options: OpenOptions): Promise<RunningBrowser>
}

/** The browser shell, in Chromium. */
export const browserShell: BrowserShell = {
  name: 'browser',
  missing: program === null ? 'there is no Chromium; name one in CHROMIUM' : null,
  makeHome: () => makeHome(null),
  open: openBrowser,
}

async function openBrowser({
  home,
  args = [],
  language,
  size = { width: 1280, height: 800 },
  networkWatch,
}: OpenOptions): Promise<RunningBrowser> {
  if (program === null) throw new Error('There is no Chromium.')
  const watch = watchNetwork(process.execPath, { folder: networkWatch })
  const server = spawn(watch.program, [join(root, 'out', 'main', 'web.js'), '--no-open', ...args], {
    cwd: root,
    env: { ...homeEnvironment(home, language), ...watch.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    server.once('exit', () => reject(new Error('The browser shell ended before it said its address.')))
    createInterface(server.stdout).on('line', (line) => {
      const found = /http:\/\/\S+/.exec(line)?.[0]
      if (found !== undefined) resolve(found)
    })
  })
  const browser = await chromium.launch({
    executablePath: program,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const page = await browser.newPage({ viewport: size })
  const complaints = watchPage(page)
  const { origin } = new URL(address)
  watch.watchPage(page, (url) => /^(?:blob|data):/.test(url) || new URL(url).origin === origin)
  await page.goto(address)
  return {
    page,
    complaints,
    address,
    quit: async () => {
      // The same as Ctrl C in the terminal. The page is still open, and is asked for unsaved text.
      server.kill('SIGINT')
      await ended
      await browser.close()
    },
    kill: async () => {
      server.kill('SIGKILL')
      await ended
      await browser.close()
    },
  }
}
