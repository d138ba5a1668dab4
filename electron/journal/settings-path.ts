import { posix, win32 } from 'node:path'

/**
 * Finds the settings for shells without Electron: the same file that the desktop window uses.
 *
 * @param env the process's environment
 * @param platform as `process.platform`
 * @param home the user's home folder, absolute
 */
export function settingsPath(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string {
  if (platform === 'win32') {
    return win32.join(env['APPDATA'] || win32.join(home, 'AppData', 'Roaming'), ...own)
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', ...own)
  return posix.join(env['XDG_CONFIG_HOME'] || posix.join(home, '.config'), ...own)
}

const own = ['Lanyard', 'settings.json']
