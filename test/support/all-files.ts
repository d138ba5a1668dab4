import { readdir } from 'node:fs/promises'

/** List every file and folder below a folder, as relative paths. */
export async function allFiles(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).toSorted()
}
