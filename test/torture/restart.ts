import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createEngine, type Engine } from '../../electron/journal/engine.ts'
import { decodeTrip } from '../../electron/journal/trip-file/trip-file.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { TRIP_FILE } from '../../electron/journal/trip-folder/trip-json.ts'

/** Creates an engine the way shells do, with a library in a temporary folder. */
export function engineOver(documents: string, library: string = join(documents, 'Lanyard')): Promise<Engine> {
  return createEngine({
    settingsFile: join(documents, 'own', 'settings.json'),
    library,
    documents,
    version: '0.0.0',
    shell: { kind: 'browser', chooseFolder: null, showInFolder: null, openLink: null },
  })
}

export interface AfterRestart {
  /** The trip; `null` if it cannot be read. */
  trip: Trip | null
  /** Why a trip cannot be read, from the file itself and from the started engine. */
  unreadable: string[]
  /** Temporary files right before the start, which exist if a write was interrupted. */
  before: string[]
  /** Temporary files after it. */
  temporary: string[]
}

/** Reads the file of a library's only trip, then starts an engine on the library and closes it properly. */
export async function restart(
  documents: string,
  tripId: string,
  library = join(documents, 'Lanyard'),
): Promise<AfterRestart> {
  const before = await temporaryFiles(library)
  const unreadable: string[] = []
  for (const folder of await readdir(library)) {
    if (folder.startsWith('.')) continue
    const read = decodeTrip(await readFile(join(library, folder, TRIP_FILE)), folder)
    if (!read.ok) unreadable.push(render(read.error))
  }
  const engine = await engineOver(documents, library)
  const list = await engine.handlers['library.list']({})
  if (!list.ok) unreadable.push(render(list.error))
  else unreadable.push(...list.value.unreadable.map(({ error }) => render(error)))
  const opened = await engine.handlers['trips.open']({ tripId })
  if (!opened.ok) unreadable.push(render(opened.error))
  await engine.close()
  return { trip: opened.ok ? opened.value : null, unreadable, before, temporary: await temporaryFiles(library) }
}

/** The folder of the only trip in a library, absolute. */
export async function tripFolder(library: string): Promise<string> {
  const folder = (await readdir(library)).find((name) => !name.startsWith('.'))
  if (folder === undefined) throw new Error(`There is no trip in ${library}.`)
  return join(library, folder)
}

/** The temporary files anywhere below a folder. */
export async function temporaryFiles(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.tmp'))
}
