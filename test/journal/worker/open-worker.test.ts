import { expect, onTestFinished, test } from 'vitest'
import { type ImportTasks, openImportWorker } from '../../../electron/journal/importers/read-in-worker.ts'
import type { TaskWorker } from '../../../electron/journal/worker/open-worker.ts'
import { codeOf, valueOf } from '../../support/library.ts'

function someWorker(options?: { deadline?: number; maxHeapMb?: number }): TaskWorker<ImportTasks> {
  const worker = openImportWorker(options)
  onTestFinished(() => worker.close())
  return worker
}

const defaults = { timeZone: 'UTC', language: 'en' }
const report = (text: string) => ({
  files: [{ name: 'report.md', data: new TextEncoder().encode(text) }],
  defaults,
  isAddition: false,
})

test('a report is read in a worker thread', async () => {
  const draft = valueOf(await someWorker().ask('report.understand', report('# Soup\n\nOn 14 April 2026.\n')))
  expect(draft).toMatchObject({ details: { title: 'Soup' }, pictures: 0 })
})

test('a task that takes far too long fails, and so do all later tasks of that thread', async () => {
  const worker = someWorker({ deadline: 1 })
  const long = report('Some *words* here and there.\n\n'.repeat(20_000))
  expect(codeOf(await worker.ask('report.understand', long))).toBe('import.too-slow')
  expect(codeOf(await worker.ask('report.understand', report('# Soup')))).toBe('import.too-slow')
})

test('a task that takes far too much memory fails, and this thread continues', async () => {
  const worker = someWorker({ maxHeapMb: 24, deadline: 60_000 })
  const large = report('Some *words* here and there.\n\n'.repeat(40_000))
  expect(codeOf(await worker.ask('report.understand', large))).toBe('import.too-much-memory')
})

test('closing a worker ends its task', async () => {
  const worker = someWorker()
  const asked = worker.ask('report.understand', report('# Soup'))
  await worker.close()
  expect(codeOf(await asked)).toBe('import.stopped')
})

test('a worker can be given several tasks at once, and each gets its own result', async () => {
  const worker = someWorker()
  const answers = await Promise.all(
    ['Soup', 'Bread', 'Tea'].map((title) => worker.ask('report.understand', report(`# ${title}\n\nx`))),
  )
  expect(answers.map((answer) => valueOf(answer).details.title)).toEqual(['Soup', 'Bread', 'Tea'])
})
