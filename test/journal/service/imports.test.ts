import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Engine } from '../../../electron/journal/engine.ts'
import type { EventData } from '../../../electron/shared/contract/index.ts'
import { ask, someEngine } from '../../support/engine.ts'
import { importFiles } from '../../support/import-files.ts'
import { codeOf, messageOf, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { onePixel, someTrip } from '../../support/trips.ts'
import { patient } from '../../support/patient.ts'

/** New ones for each import, which moves their bytes to its thread. */
const someFiles = () => [
  { name: 'report.md', data: new TextEncoder().encode('# A trip\n\nWords.\n\n![A pixel](pixel.png)\n') },
  { name: 'pixel.png', data: new Uint8Array(onePixel) },
]

type Step = EventData<'job.progress'>['step']

/** Cancels each job at the first progress event of a step. */
function cancelAt(engine: Engine, step: Step): void {
  engine.on('job.progress', (progress) => {
    if (progress.step === step) void ask(engine, 'jobs.cancel', { jobId: progress.jobId })
  })
}

const foldersIn = async (engine: Engine) =>
  (await readdir(engine.context.library.folder).catch(() => [])).filter((name) => !name.startsWith('.'))

test('an import reports its progress', async () => {
  const engine = await someEngine()
  const told: EventData<'job.progress'>[] = []
  engine.on('job.progress', (progress) => told.push(progress))
  const jobId = crypto.randomUUID()
  const imported = valueOf(await importFiles(engine, someFiles(), { jobId }))
  expect(imported).toMatchObject({ photos: 1, entryIds: imported.trip.entries.map(({ id }) => id) })
  expect(told.map(({ step }) => step)).toEqual(expect.arrayContaining(['reading-files', 'saving-trip']))
  expect(told[0]).toEqual({ jobId, kind: 'import', step: 'reading-files', done: 0 })
})

test.for<Step>(['reading-files', 'saving-trip'])(
  'an import that is cancelled at the step %s makes no trip',
  async (step) => {
    const engine = await someEngine()
    cancelAt(engine, step)
    const answer = await importFiles(engine, someFiles())
    expect(codeOf(answer)).toBe('cancelled.import')
    expect(messageOf(answer)).toContain('Nothing was imported')
    expect(await foldersIn(engine)).toEqual([])
    expect(engine.context.jobs.kinds()).toEqual([])
  },
)

test('an import after a change of library goes to the library that is in use now', async () => {
  const engine = await someEngine()
  valueOf(await importFiles(engine, someFiles()))
  const before = await foldersIn(engine)
  const [first, second] = [engine.context.library.folder, join(await temporaryFolder(), 'Other')]
  await mkdir(second)
  engine.context.useLibrary(second)
  valueOf(await importFiles(engine, someFiles()))
  expect(await foldersIn(engine)).toHaveLength(1)
  expect((await readdir(first)).filter((name) => !name.startsWith('.'))).toEqual(before)
})

test('an import that is cancelled while it is added to a trip leaves the trip and its folder unchanged', async () => {
  const engine = await someEngine()
  const { trip } = valueOf(await ask(engine, 'trips.create', someTrip()))
  cancelAt(engine, 'saving-trip')
  const answer = await importFiles(engine, someFiles(), { tripId: trip.id })
  expect(codeOf(answer)).toBe('cancelled.import')
  expect(valueOf(await ask(engine, 'trips.open', { tripId: trip.id }))).toEqual(trip)
  const folder = valueOf(await engine.context.library.placeOf(trip.id))
  expect((await readdir(`${folder}/photos`).catch(() => [])).filter((name) => !name.startsWith('.'))).toEqual([])
})

test('an import of a file that takes too long to read ends at once when it is cancelled', async () => {
  const engine = await someEngine()
  const data = new TextEncoder().encode('- '.repeat(10_000))
  const jobId = crypto.randomUUID()
  const importing = ask(engine, 'imports.understand', { jobId, files: [{ name: 'deep.md', data }], tripId: null })
  await vi.waitFor(() => expect(engine.context.jobs.kinds()).toEqual(['import']), patient)
  const began = performance.now()
  valueOf(await ask(engine, 'jobs.cancel', { jobId }))
  expect(codeOf(await importing)).toBe('cancelled.import')
  expect(performance.now() - began).toBeLessThan(1_000)
})

test('a running import ends when the journal is closed', async () => {
  const engine = await someEngine()
  const closing: Promise<void>[] = []
  engine.on('job.progress', () => void (closing.length === 0 && closing.push(engine.close())))
  const answer = await importFiles(engine, someFiles())
  expect(codeOf(answer)).toBe('cancelled.import')
  await Promise.all(closing)
  expect(await foldersIn(engine)).toEqual([])
})
