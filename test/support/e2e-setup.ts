import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findElectron, resolvePackage, root } from './programs.ts'
import { openNetworkWatch } from './network-watch.ts'
import { openScreen } from './screen.ts'

/** Timeout for downloading Electron, in milliseconds. */
const DOWNLOAD_MS = 180_000

/** Runs once before all end-to-end tests, and provides Electron, screens and the network watch. */
export default async function setup(): Promise<() => void> {
  if (!existsSync(join(root, 'out', 'main', 'index.js'))) throw new Error('Nothing is built yet: npm run build')
  if (findElectron() === null) {
    const install = join(dirname(resolvePackage('electron')), 'install.js')
    spawnSync(process.execPath, [install], { stdio: 'ignore', timeout: DOWNLOAD_MS })
  }
  const closeScreen = await openScreen()
  const closeWatch = openNetworkWatch()
  return () => {
    closeScreen()
    closeWatch()
  }
}
