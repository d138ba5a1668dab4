import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Find the first file with a name anywhere below a folder. */
export async function findFile(folder: string, name: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found = entries.find((entry) => entry.name === name)
  if (found === undefined) throw new Error(`There is no ${name} in ${folder}.`)
  return join(found.parentPath, name)
}
