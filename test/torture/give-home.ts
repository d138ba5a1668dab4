import { chown, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { findDesktopUser } from '../support/ordinary-user.ts'
import type { Home } from '../support/home.ts'

let owner: { uid: number; gid: number } | null | undefined

/** Whom the desktop's windows run as here; `null`: whoever runs this. */
export function desktopOwner(): { uid: number; gid: number } | null {
  if (owner === undefined) owner = findDesktopUser()?.owner ?? null
  return owner
}

/** Gives all that is in a home to the user whom the desktop runs as: what the test itself has put there is its own. */
export async function giveHome(home: Home): Promise<void> {
  const to = desktopOwner()
  if (to === null) return
  const items = await readdir(home.folder, { recursive: true })
  // A profile has passing files; a link of Chromium's leads nowhere.
  for (const item of ['.', ...items]) await chown(join(home.folder, item), to.uid, to.gid).catch(() => {})
}
