import { chown, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { existsSync } from 'node:fs'
import { type DesktopUser, findDesktopUser } from '../support/ordinary-user.ts'
import { root } from '../support/programs.ts'
import { openScreen } from '../support/screen.ts'

/** A machine that can open windows. */
export interface Desktop extends DesktopUser {
  /** Flags that Electron needs to start here. */
  flags: string[]
  /** The environment of a program with a home of its own. */
  environment: (home: string) => Record<string, string>
  /** Gives a folder and its contents to the user who runs the windows. */
  give: (folder: string) => Promise<void>
  close: () => void
}

/** @returns a sentence if windows cannot be opened */
export async function openDesktop(): Promise<Desktop | string> {
  const user = findDesktopUser()
  if (user === null) return 'Electron is not installed.'
  if (!existsSync(join(root, 'out', 'main', 'index.js'))) return 'Nothing is built: run "npm run build" first.'
  const closeScreen = await openScreen()
  if (process.platform === 'linux' && !process.env['DISPLAY']) return 'There is no screen and no Xvfb.'
  return {
    ...user,
    environment: (home) => ({ ...inherited(), HOME: home, XDG_CONFIG_HOME: home }),
    flags: user.hasSandbox ? [] : ['--no-sandbox'],
    give: (folder) => giveTo(user.owner, folder),
    close: closeScreen,
  }
}

async function giveTo(owner: DesktopUser['owner'], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  if (owner === null) return
  await chown(folder, owner.uid, owner.gid)
  for (const item of await readdir(folder, { recursive: true })) await chown(join(folder, item), owner.uid, owner.gid)
}

const inherited = () =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
