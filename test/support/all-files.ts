import { readdir } from 'node:fs/promises'

/** Every file and folder anywhere under a folder, relative. */
export async function allFiles(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).toSorted()
}
