import { readFileSync } from 'node:fs'
import { posix, win32 } from 'node:path'

/**
 * Finds the user's documents folder for shells without Electron. On Linux it follows the desktop's setting (`Dokumente`
 * on a German one), as Electron does.
 *
 * @param env the process's environment
 * @param platform as `process.platform`
 * @param home the user's home folder, absolute
 */
export function documentsPath(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string {
  if (platform === 'win32') return win32.join(home, 'Documents')
  if (platform === 'darwin') return posix.join(home, 'Documents')
  const settings = posix.join(env['XDG_CONFIG_HOME'] || posix.join(home, '.config'), 'user-dirs.dirs')
  return readFolder(settings, home) ?? posix.join(home, 'Documents')
}

/** Reads a line such as `XDG_DOCUMENTS_DIR="$HOME/Dokumente"`; returns `null` if there is no such line. */
function readFolder(file: string, home: string): string | null {
  try {
    const found = /^\s*XDG_DOCUMENTS_DIR="(.*)"\s*$/m.exec(readFileSync(file, 'utf8'))?.[1]
    const folder = found?.replace(/^\$HOME(?=\/|$)/, home).replaceAll(/\\(.)/g, '$1')
    return folder?.startsWith('/') === true ? folder : null
  } catch {
    return null
  }
}
