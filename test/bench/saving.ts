import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createEngine, type Engine } from '../../electron/journal/engine.ts'
import { encodeTrip } from '../../electron/journal/trip-file/trip-file.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { inventText, inventTrip } from './invent-trip.ts'
import { timed } from './measurement.ts'

const TEXT_LENGTH = 10_000

/** A library with an open trip, in which one entry after the other is edited. */
export interface Desk {
  /** The trip's file. */
  file: string
  /** Saves a new text the way the window does; resolves with the milliseconds until it is durable. */
  save: (round: number) => Promise<number>
  close: () => Promise<void>
}

/**
 * @param others the number of other trips in the library
 * @param megabytes approximate size of the trip
 */
export async function openDesk(folder: string, others: number, megabytes = 1): Promise<Desk> {
  const library = join(folder, 'library')
  for (let index = 0; index < others; index++) {
    const trip = inventTrip(`Trip ${index}`, 10, 500)
    await mkdir(join(library, `2026-04-14-trip-${index}`), { recursive: true })
    await writeFile(join(library, `2026-04-14-trip-${index}`, 'trip.json'), encodeTrip(trip))
  }
  const engine = await createEngine({
    settingsFile: join(folder, 'settings.json'),
    library,
    documents: folder,
    version: '0.0.0',
    shell: { kind: 'browser', chooseFolder: null, showInFolder: null, openLink: null },
  })
  const created = await engine.context.library.create(inventTrip('A long one', megabytes * 100, TEXT_LENGTH))
  if (!created.ok) throw new Error(render(created.error))
  await engine.handlers['library.list']({})
  return {
    file: join(library, await folderOf(library), 'trip.json'),
    save: (round) => saveEntry(engine, created.value.trip, round),
    close: () => engine.close(),
  }
}

async function saveEntry(engine: Engine, trip: Trip, round: number): Promise<number> {
  const entry = trip.entries[round % trip.entries.length]
  if (entry === undefined) throw new Error('There is no such entry.')
  const text = `${round} ${inventText(TEXT_LENGTH, round)}`
  const input = { tripId: trip.id, entryId: entry.id, changes: { kind: entry.kind, text } }
  return await timed(async () => {
    const saved = await engine.handlers['entries.save'](input)
    if (!saved.ok) throw new Error(render(saved.error))
  })
}

async function folderOf(library: string): Promise<string> {
  const folder = (await readdir(library)).find((name) => name.endsWith('a-long-one'))
  if (folder === undefined) throw new Error('The trip has no folder.')
  return folder
}

/** The bytes that a save writes. */
export function bytesOf(desk: Desk): Promise<Uint8Array> {
  return readFile(desk.file)
}
