import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findElectron, resolvePackage, root } from './programs.ts'
import { openNetworkWatch } from './network-watch.ts'
import { openScreen } from './screen.ts'

/** How long Electron may take to come, in milliseconds, where npm has not brought it yet. */
const DOWNLOAD_MS = 180_000

/** Once before all end-to-end tests: the program that is tested, what it runs in, and a screen. */
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
