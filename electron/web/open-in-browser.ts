import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface OpenOptions {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  home: string
  /** The system's folder for temporary files. */
  temporary: string
}

/**
 * Opens an address in the user's browser, by a file that leads there: every user of a computer can see with which
 * arguments a program was started, and nobody else can read the file. If that fails, nothing happens: another address
 * has been printed.
 *
 * @param address one that works once
 * @returns a function that removes the file, to be called when a page was opened; `null` if no browser can be started
 */
export async function openInBrowser(address: string, options: OpenOptions): Promise<(() => Promise<void>) | null> {
  const program = openProgram(options)
  if (program === null) return null
  const folder = await mkdtemp(join(placeFor(options), 'lanyard-')).catch(() => null)
  if (folder === null) return null
  const remove = () => rm(folder, { recursive: true, force: true }).catch(() => {})
  const file = join(folder, 'open-lanyard.html')
  try {
    await writeFile(file, redirect(address), { mode: 0o600, flag: 'wx' })
  } catch {
    await remove()
    return null
  }
  const child = spawn(program, [file], { detached: true, stdio: 'ignore', env: options.env })
  child.on('error', () => void remove())
  child.unref()
  return remove
}

/** Without a display, xdg-open would start a text browser that occupies the terminal. */
function openProgram({ platform, env }: OpenOptions): string | null {
  if (platform === 'darwin') return 'open'
  if (platform === 'win32') return 'explorer.exe'
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? 'xdg-open' : null
}

/** A browser from a snap has a folder for temporary files of its own, and reads only the visible part of the home. */
function placeFor({ home, temporary }: OpenOptions): string {
  return existsSync(join(home, 'snap')) ? home : temporary
}

/** @param address without any character that means something in HTML */
function redirect(address: string): string {
  return `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0; url=${address}"><title>Lanyard</title>\n`
}
