import { expect, onTestFinished, test } from 'vitest'
import { type ImportTasks, openImportWorker } from '../../../electron/journal/importers/read-in-worker.ts'
import type { TaskWorker } from '../../../electron/journal/worker/open-worker.ts'
import { codeOf, valueOf } from '../../support/library.ts'

function someWorker(options?: { deadline?: number; maxHeapMb?: number }): TaskWorker<ImportTasks> {
  const worker = openImportWorker(options)
  onTestFinished(() => worker.close())
  return worker
}

const defaults = { timeZone: 'UTC', language: 'en', today: '2026-04-20' }
const report = (text: string) => ({ files: [{ name: 'report.md', data: new TextEncoder().encode(text) }], defaults })

test('a report becomes a trip in a thread of its own', async () => {
  const { trip, photos } = valueOf(await someWorker().ask('report.read', report('# Soup\n\nOn 14 April 2026.\n')))
  expect(trip.title).toBe('Soup')
  expect(photos).toEqual(new Map())
})

test('what takes far too long is refused, and so is whatever is asked of that thread afterwards', async () => {
  const worker = someWorker({ deadline: 1 })
  const long = report('Some *words* here and there.\n\n'.repeat(20_000))
  expect(codeOf(await worker.ask('report.read', long))).toBe('import.too-slow')
  expect(codeOf(await worker.ask('report.read', report('# Soup')))).toBe('import.too-slow')
})

test('what takes far too much memory is refused, and this thread goes on', async () => {
  const worker = someWorker({ maxHeapMb: 24, deadline: 60_000 })
  const large = report('Some *words* here and there.\n\n'.repeat(40_000))
  expect(codeOf(await worker.ask('report.read', large))).toBe('import.too-much-memory')
})

test('closing it ends what it does', async () => {
  const worker = someWorker()
  const asked = worker.ask('report.read', report('# Soup'))
  await worker.close()
  expect(codeOf(await asked)).toBe('import.stopped')
})

test('several things can be asked at once, and each gets its own answer', async () => {
  const worker = someWorker()
  const answers = await Promise.all(
    ['Soup', 'Bread', 'Tea'].map((title) => worker.ask('report.read', report(`# ${title}\n\nx`))),
  )
  expect(answers.map((answer) => valueOf(answer).trip.title)).toEqual(['Soup', 'Bread', 'Tea'])
})
