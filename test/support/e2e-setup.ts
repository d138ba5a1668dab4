import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openNetworkWatch } from './network-watch.ts'
import { findDesktopUser } from './ordinary-user.ts'
import { findElectron, resolvePackage, root } from './programs.ts'
import { openScreens } from './screen.ts'

/** Timeout for downloading Electron, in milliseconds. */
const DOWNLOAD_MS = 180_000

/** Runs once before all end-to-end tests, and provides Electron, screens and the network watch. */
export default async function setup(project: TestProject): Promise<() => void> {
  if (!existsSync(join(root, 'out', 'main', 'index.js'))) throw new Error('Nothing is built yet: npm run build')
  if (findElectron() === null) {
    const install = join(dirname(resolvePackage('electron')), 'install.js')
    spawnSync(process.execPath, [install], { stdio: 'ignore', timeout: DOWNLOAD_MS })
  }
  // Workers that looked for this user at the same time would all try to create it.
  findDesktopUser()
  const closeScreens = await openScreens(project)
  const closeWatch = openNetworkWatch()
  return () => {
    closeScreens()
    closeWatch()
  }
}
