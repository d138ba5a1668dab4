import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { inMain } from './in-main.ts'
import { homeEnvironment, makeHome } from './home.ts'
import { findDesktopUser } from './ordinary-user.ts'
import { root } from './programs.ts'
import type { OpenOptions, RunningLanyard, Shell } from './shells.ts'
import { watchPage } from './watch-page.ts'

export interface RunningDesktop extends RunningLanyard {
  app: ElectronApplication
  /** What the program has written to its error output. */
  errors: string[]
}

export interface DesktopShell extends Shell {
  open(options: OpenOptions): Promise<RunningDesktop>
}

const user = findDesktopUser()

function whyMissing(): string | null {
  if (user === null) return 'Electron is not installed'
  // Xvfb sets it before the tests start, where it is installed.
  return process.platform === 'linux' && !process.env['DISPLAY'] ? 'there is no screen and no Xvfb' : null
}

/** The desktop window, driven through Electron itself. */
export const desktopShell: DesktopShell = {
  name: 'desktop',
  missing: whyMissing(),
  makeHome: () => makeHome(user?.owner ?? null),
  open: openDesktop,
}

async function openDesktop({ home, args = [], size }: OpenOptions): Promise<RunningDesktop> {
  if (user === null) throw new Error('There is no Electron.')
  const app = await _electron.launch({
    executablePath: user.program,
    chromiumSandbox: user.hasSandbox,
    args: [root, `--user-data-dir=${home.own}`, ...args],
    cwd: root,
    env: homeEnvironment(home),
  })
  const process = app.process()
  const ended = new Promise<void>((resolve) => process.once('exit', () => resolve()))
  const errors: string[] = []
  process.stderr?.on('data', (data: Buffer) => errors.push(data.toString()))
  const page = await app.firstWindow()
  if (size !== undefined) await resize(app, page, size)
  return {
    app,
    page,
    errors,
    complaints: watchPage(page),
    quit: async () => {
      // As the close button of the window does, and not Playwright's own way, which ends the program from outside.
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => {})
      await ended
    },
    kill: async () => {
      process.kill('SIGKILL')
      await ended
    },
  }
}

async function resize(app: ElectronApplication, page: Page, size: { width: number; height: number }): Promise<void> {
  await inMain(
    app,
    ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    size,
  )
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size)
}
