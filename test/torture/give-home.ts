import { chown, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { findDesktopUser } from '../support/ordinary-user.ts'
import type { Home } from '../support/home.ts'

let owner: { uid: number; gid: number } | null | undefined

/** The user who runs the desktop's windows here; `null` for the current user. */
export function desktopOwner(): { uid: number; gid: number } | null {
  if (owner === undefined) owner = findDesktopUser()?.owner ?? null
  return owner
}

/**
 * Gives everything in a home folder to the user who runs the desktop, because the test created some of it as itself.
 */
export async function giveHome(home: Home): Promise<void> {
  const to = desktopOwner()
  if (to === null) return
  const items = await readdir(home.folder, { recursive: true })
  // A profile contains temporary files, and Chromium has a dangling link there.
  for (const item of ['.', ...items]) await chown(join(home.folder, item), to.uid, to.gid).catch(() => {})
}
