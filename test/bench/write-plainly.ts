import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The least that a durable save has to do: a new file beside the old one, synced, put in its place, folder synced. */
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
