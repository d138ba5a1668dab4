import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { ExportOrder } from '../../electron/journal/exporters/run-export.ts'
import type { Library } from '../../electron/journal/library/library.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { someLibrary, someNote, tripWith, valueOf } from './library.ts'
import { photoOf } from './photos.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { onePixel } from './trips.ts'

export const photo = photoOf()
export const slug = 'lantern-conf-2026'

export interface Started {
  library: Library
  trip: Trip
  /** Where exports go. Neither this folder nor its parent exists yet. */
  folder: string
  /** An export to a Markdown folder. */
  order: ExportOrder
}

/** Creates a library with one trip that shows one picture, and a folder to export into. */
export async function startExport(text = `It “rained”.\n\n![Lantern](photo:${photo.id} "At night")`): Promise<Started> {
  const library = await someLibrary()
  const trip = { ...tripWith([someNote({ title: 'Arrival', text })]), photos: [photo] }
  valueOf(await library.create(trip, new Map([[photo.id, new Uint8Array(onePixel)]])))
  const folder = join(await temporaryFolder(), 'blog', 'posts')
  const order: ExportOrder = {
    trip,
    library,
    target: 'markdown',
    folder,
    replace: false,
    signal: new AbortController().signal,
    onProgress: () => {},
  }
  return { library, trip, folder, order }
}

/** The files in a folder and in those inside it, with `/`. */
export async function listAll(folder: string): Promise<string[]> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true })
  return items
    .filter((item) => !item.isDirectory())
    .map((item) => relative(folder, join(item.parentPath, item.name)).replaceAll(sep, '/'))
    .toSorted()
}
