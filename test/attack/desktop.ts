import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { desktopShell, type RunningDesktop } from '../support/desktop.ts'
import type { Home } from '../support/home.ts'
import { inMain } from '../support/in-main.ts'
import { readWatch } from '../support/network-watch.ts'
import { type Harm, untilRefused, watchHarm } from './watch-harm.ts'

export interface AttackedDesktop {
  lanyard: RunningDesktop
  home: Home
  page: Page
  /**
   * What has happened in the window since this was last called, including what any process of the program asked of a
   * network, and what it asked the system to open.
   */
  takeHarm: () => Promise<Harm[]>
}

export interface DesktopOptions {
  /** Whether the page has no content security policy, as a control. */
  bypassesPolicy?: boolean
  /** Runs before the program starts. */
  prepare?: (home: Home) => Promise<void>
}

/** Opens the real program under a network watch, as long as a function runs. Nothing is opened outside of it. */
export async function withDesktop<T>(
  { bypassesPolicy = false, prepare }: DesktopOptions,
  run: (desktop: AttackedDesktop) => Promise<T>,
): Promise<T> {
  const home = await desktopShell.makeHome()
  const networkWatch = await mkdtemp(join(tmpdir(), 'lanyard-attack-'))
  try {
    await prepare?.(home)
    const lanyard = await desktopShell.open({ home, networkWatch })
    try {
      const { app, page } = lanyard
      const watch = await watchHarm(page, (url) =>
        /^(?:app:\/\/lanyard\/|trip:|blob:|data:|about:|devtools:)/.test(url),
      )
      await watchSystem(app)
      if (bypassesPolicy) await bypassPolicy(page)
      const known = new Set<string>()
      const isNew = (what: string) => !known.has(what)
      /** What was asked of a network since this was last called, and not refused. */
      const takeAsked = async (): Promise<Harm[]> => {
        await untilRefused(() => !readWatch(networkWatch).some(isNew))
        const asked = readWatch(networkWatch).filter(isNew)
        for (const what of asked) known.add(what)
        return asked.map((what): Harm => ({ kind: 'request', what }))
      }
      return await run({
        lanyard,
        home,
        page,
        takeHarm: async () => {
          const [inPage, opened, asked] = [await watch.take(), await takeOpened(app), await takeAsked()]
          return [...inPage, ...opened.map((what): Harm => ({ kind: 'window', what })), ...asked]
        },
      })
    } finally {
      await lanyard.kill()
    }
  } finally {
    await home.remove()
    await rm(networkWatch, { recursive: true })
  }
}

interface Watched {
  opened: string[]
}

/**
 * Writes down what the program wants the system to open, and which windows it opens. The user agrees to everything, so a web
 * page or a mail that was asked about may be opened.
 */
async function watchSystem(app: ElectronApplication): Promise<void> {
  await inMain(
    app,
    (electron) => {
      const opened: string[] = []
      const agreed = new Set<string>()
      Object.assign(globalThis, { attacked: { opened } })
      const { shell, dialog } = electron
      dialog.showMessageBox = async (...args: unknown[]) => {
        const { detail } = args.at(-1) as { detail?: string }
        agreed.add(detail ?? '')
        return { response: 0, checkboxChecked: false }
      }
      shell.openExternal = async (url) => {
        if (!agreed.delete(url) || !/^(?:https|mailto):/.test(url)) opened.push(url)
      }
      shell.openPath = async (path) => String(opened.push(path))
      electron.app.on('browser-window-created', () => void opened.push('another window'))
    },
    null,
  )
}

async function takeOpened(app: ElectronApplication): Promise<string[]> {
  return await inMain(
    app,
    () => {
      const { attacked } = globalThis as unknown as { attacked: Watched }
      return attacked.opened.splice(0)
    },
    null,
  )
}

/** Loads the page again without its content security policy. */
export async function bypassPolicy(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setBypassCSP', { enabled: true })
  await page.reload()
  await page.locator('#root > *').first().waitFor()
}
