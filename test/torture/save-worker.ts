import { writeSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { JSONFile } from 'lowdb/node'
import { createEngine, type Engine } from '../../electron/journal/engine.ts'
import { encodeTrip } from '../../electron/journal/trip-file/trip-file.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import { assertNever } from '../../electron/shared/result.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { findFile } from '../support/find-file.ts'
import { onePixel } from '../support/trips.ts'
import { ENTRIES, textOf, WRITERS } from './save-texts.ts'
import { TRIP_FILE } from '../../electron/journal/trip-folder/trip-json.ts'

/*
 * A process that is made to be killed. It writes to a library as fast as possible and prints what was acknowledged:
 * "saved 12". Whatever is in the pipe survives it.
 */

export interface WorkerOrder {
  /**
   * `texts`: saves entries through the engine. `photos`: adds pictures. `export`: exports the report again and again.
   * `plain` and `lowdb`: write the file the way careless programs do, for comparison.
   */
  does: 'texts' | 'photos' | 'export' | 'plain' | 'lowdb'
  /** The library, absolute. */
  library: string
  /** The folder of settings and exports, absolute. */
  documents: string
  tripId: string
  /** The number of the first save. */
  from: number
  /** Length of each text, in characters. */
  textLength: number
  /** The target of an export. */
  target?: string
  /** The index of this process among those that divide the entries. Default: a single process. */
  share?: { index: number; of: number }
}

const order = JSON.parse(process.argv[2] ?? '') as WorkerOrder
// If the parent process is gone, nobody needs the output.
const say = (line: string): void => void writeSync(1, `${line}\n`)
process.on('uncaughtException', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') process.stderr.write(`${error.stack}\n`)
  process.exit(1)
})

const engine = await createEngine({
  settingsFile: join(order.documents, 'own', 'settings.json'),
  library: order.library,
  documents: order.documents,
  version: '0.0.0',
  shell: { kind: 'browser', chooseFolder: null, showInFolder: null, openLink: null },
})
const opened = await engine.handlers['trips.open']({ tripId: order.tripId })
if (!opened.ok) {
  say(`refused ${opened.error.code} ${render(opened.error)}`)
  process.exit(1)
}
// The first export loads the code.
if (order.does === 'export') await exportOnce(engine)
// For comparison, only the other program writes: a clean-up by the engine would sync the disk.
if (order.does === 'plain' || order.does === 'lowdb') await engine.close()
// A killed process would not write its compile cache at the end.
flushCompileCache()
say('ready')
await work(engine, opened.value)

function work(running: Engine, trip: Trip): Promise<unknown> {
  switch (order.does) {
    case 'texts':
      return Promise.all(Array.from({ length: WRITERS }, (_, writer) => saveTexts(running, trip, order.from + writer)))
    case 'photos':
      return addPhotos(running, trip)
    case 'export':
      return exportAgain(running)
    case 'plain':
      return writeWhole(trip, (path, state) => writeFile(path, encodeTrip(state)))
    case 'lowdb':
      return writeWhole(trip, (path, state) => new JSONFile(path).write(state))
    default:
      return assertNever(order.does)
  }
}

async function saveTexts({ handlers }: Engine, trip: Trip, first: number): Promise<void> {
  const { index, of } = order.share ?? { index: 0, of: 1 }
  for (let number = first; ; number += WRITERS) {
    // Two processes on one trip write to different entries.
    if (Math.floor((number % ENTRIES) / WRITERS) % of !== index) continue
    const entry = trip.entries[number % ENTRIES]
    if (entry === undefined) throw new Error('There is no such entry.')
    const changes = { kind: entry.kind, text: textOf(number, order.textLength) }
    const saved = await handlers['entries.save']({ tripId: trip.id, entryId: entry.id, changes })
    if (!saved.ok) return say(`refused ${saved.error.code} ${render(saved.error)}`)
    say(`saved ${number}`)
  }
}

async function addPhotos({ handlers }: Engine, { id: tripId }: Trip): Promise<void> {
  // Bytes after the end of a picture's data are ignored, and make each picture unique.
  for (let number = order.from; ; number++) {
    const data = Buffer.concat([onePixel, Buffer.alloc(200_000, `picture ${number};`)])
    const added = await handlers['photos.add']({ tripId, name: `picture ${number}.png`, data })
    if (!added.ok) return say(`refused ${added.error.code} ${render(added.error)}`)
    say(`saved ${number}`)
  }
}

async function exportAgain(running: Engine): Promise<void> {
  for (let number = order.from; ; number++) {
    const exported = await exportOnce(running)
    if (!exported.ok) return say(`refused ${exported.error.code} ${render(exported.error)}`)
    say(`saved ${number}`)
  }
}

function exportOnce({ handlers }: Engine) {
  const { tripId, target = '' } = order
  return handlers['exports.run']({ tripId, jobId: crypto.randomUUID(), target, replace: true })
}

async function writeWhole(trip: Trip, write: (path: string, state: Trip) => Promise<void>): Promise<void> {
  const path = await findFile(order.library, TRIP_FILE)
  let state = trip
  for (let number = order.from; ; number++) {
    const text = textOf(number, order.textLength)
    const entries = state.entries.map((entry, index) => (index === number % ENTRIES ? { ...entry, text } : entry))
    state = { ...state, entries }
    await write(path, state).catch((error: unknown) => {
      say(`refused ${String(error)}`)
      process.exit(0)
    })
    say(`saved ${number}`)
  }
}
