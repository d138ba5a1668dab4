import { chown, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A user's folders, created for one test and kept when it restarts the program. */
export interface Home {
  folder: string
  library: string
  /** Where Lanyard keeps its settings. */
  own: string
  exports: string
  remove(): Promise<void>
}

/** @param owner of the folders; `null` for the user who runs the tests */
export async function makeHome(owner: { uid: number; gid: number } | null): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-home-'))
  const documents = join(folder, 'Documents')
  const home: Home = {
    folder,
    library: join(documents, 'Lanyard'),
    own: join(folder, '.config', 'Lanyard'),
    exports: join(documents, 'Lanyard exports'),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
  await mkdir(documents)
  if (owner !== null) for (const path of [folder, documents]) await chown(path, owner.uid, owner.gid)
  return home
}

/** Give every file in a home to its owner. */
export async function giveToOwner({ folder }: Home): Promise<void> {
  const { uid, gid } = await stat(folder)
  for (const name of await readdir(folder, { recursive: true })) await chown(join(folder, name), uid, gid)
}

/**
 * Environment variables that lead every shell to these folders and no others.
 *
 * @param language as a BCP 47 tag; the program's own choice by default
 */
export function homeEnvironment(home: Home, language?: string): Record<string, string> {
  const kept = ['PATH', 'LANG', 'DISPLAY', 'ELECTRON_OVERRIDE_DIST_PATH', 'TMPDIR']
  const passed = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]] as const]))
  return {
    ...Object.fromEntries(passed),
    ...(language !== undefined && { LANYARD_LANGUAGE: language }),
    HOME: home.folder,
    XDG_CONFIG_HOME: join(home.folder, '.config'),
  }
}
