import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { inMain } from './in-main.ts'
import { homeEnvironment, makeHome } from './home.ts'
import { findDesktopUser } from './ordinary-user.ts'
import { root } from './programs.ts'
import type { OpenOptions, RunningLanyard, Shell } from './shells.ts'
import { noConnection, noTracer, startAgain } from './start-again.ts'
import { watchNetwork } from './network-watch.ts'
import { watchPage } from './watch-page.ts'

export interface RunningDesktop extends RunningLanyard {
  app: ElectronApplication
  /** The command that starts a second instance with the same folders. */
  command: string[]
  environment: Record<string, string>
}

export interface DesktopShell extends Shell {
  open(options: OpenOptions): Promise<RunningDesktop>
}

const user = findDesktopUser()

function whyMissing(): string | null {
  if (user === null) return 'Electron is not installed'
  // The setup of the end-to-end tests sets it, if Xvfb is installed.
  return process.platform === 'linux' && !process.env['DISPLAY'] ? 'there is no screen and no Xvfb' : null
}

/** The desktop window, driven through Electron. */
export const desktopShell: DesktopShell = {
  name: 'desktop',
  missing: whyMissing(),
  makeHome: () => makeHome(user?.owner ?? null),
  open: (options) => startAgain(noTracer, () => openDesktop(options)),
}

async function openDesktop(options: OpenOptions): Promise<RunningDesktop> {
  const lanyard = await launch(options)
  try {
    await lanyard.page.locator('#root > *').first().waitFor({ timeout: 20_000 })
    // What is there at first may be a frame in place of the page.
    await lanyard.page.waitForFunction(() => !('firstFrame' in window), undefined, { timeout: 20_000 })
    if (options.size !== undefined) await resize(lanyard.app, lanyard.page, options.size)
    return lanyard
  } catch (error) {
    await lanyard.kill()
    throw error
  }
}

async function launch({
  home,
  args = [],
  language,
  networkWatch,
  crashes = false,
}: OpenOptions): Promise<RunningDesktop> {
  if (user === null) throw new Error('There is no Electron.')
  const own = [root, `--user-data-dir=${home.own}`, ...args]
  const watch = watchNetwork(user.program, { folder: networkWatch, sockets: !crashes })
  const environment = { ...homeEnvironment(home, language), ...watch.environment }
  const options = {
    executablePath: watch.program,
    chromiumSandbox: user.hasSandbox,
    args: own,
    cwd: root,
    env: environment,
    timeout: LAUNCH_MS,
  }
  const app = await startAgain(noConnection, () => _electron.launch(options))
  const process = app.process()
  const ended = new Promise<void>((resolve) => process.once('exit', () => resolve()))
  const page = await app.firstWindow()
  watch.watchPage(page, (url) => /^(?:app|trip|blob|data|devtools):/.test(url))
  return {
    app,
    page,
    command: [watch.program, ...(user.hasSandbox ? [] : ['--no-sandbox']), ...own],
    environment,
    complaints: watchPage(page),
    quit: async () => {
      // The same as the close button of the window. Playwright's own way ends the program from outside.
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => {})
      await ended
    },
    kill: async () => {
      process.kill('SIGKILL')
      await ended
    },
  }
}

/** Timeout for a start, in milliseconds: enough for a busy machine, and short enough for a second attempt within a hook. */
const LAUNCH_MS = 30_000

async function resize(app: ElectronApplication, page: Page, size: { width: number; height: number }): Promise<void> {
  await inMain(
    app,
    ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    size,
  )
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size)
}
