import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import type { Desktop } from './desktop.ts'

export interface OpenWindow {
  app: ElectronApplication
  page: Page
  close: () => Promise<void>
}

export interface WindowOrder {
  /** The folder of the program. */
  app: string
  /** For all files of the measurement; it has a folder `home`. */
  folder: string
  /** The name of the folder in it for the program's own files. */
  own: string
  /** The program's arguments. */
  args?: readonly string[]
  /** The page that a bare window shows. */
  page?: string
}

/** The program that {@link openWindow} opens to compare with: a window that shows one page. */
export const bareWindow = join(import.meta.dirname, 'bare-window')

/** Opens a window that is driven through Playwright, and not slowed down while it is behind another one. */
export async function openWindow(desktop: Desktop, order: WindowOrder): Promise<OpenWindow> {
  const { app, folder, own, args = [], page } = order
  const running = await _electron.launch({
    executablePath: desktop.program,
    chromiumSandbox: desktop.hasSandbox,
    args: [
      ...desktop.flags,
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
      app,
      `--user-data-dir=${join(folder, own)}`,
      ...args,
    ],
    env: {
      ...(process.env as Record<string, string>),
      HOME: join(folder, 'home'),
      XDG_CONFIG_HOME: join(folder, 'home'),
      ...(page !== undefined && { BENCH_PAGE: page }),
    },
  })
  return { app: running, page: await running.firstWindow(), close: () => running.close() }
}
