import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * The minimum that a durable save has to do: write a new file beside the old one, sync it, rename it, and sync the
 * folder.
 */
export async function writePlainly(path: string, data: Uint8Array): Promise<void> {
  const temporary = `${path}.new`
  const file = await open(temporary, 'wx', 0o600)
  await file.writeFile(data)
  await file.sync()
  await file.close()
  await rename(temporary, path)
  const folder = await open(dirname(path), 'r')
  await folder.sync()
  await folder.close()
}
