import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Runs something in a new folder that lies so deep that no way up from it leads to anything of this computer: a hole, found
 * or planted, must do no harm.
 *
 * @param run gets the folder, absolute, which is removed afterwards
 */
export async function inDeepFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const top = await mkdtemp(join(tmpdir(), 'lanyard-attack-'))
  const folder = join(top, ...Array.from({ length: 12 }, (_, depth) => `deep${depth}`))
  await mkdir(folder, { recursive: true })
  try {
    return await run(folder)
  } finally {
    await rm(top, { recursive: true, force: true })
  }
}
