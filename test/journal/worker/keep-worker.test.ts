import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fail, type Result } from '../../../electron/shared/result.ts'
import { type KeptWorker, keepWorker } from '../../../electron/journal/worker/keep-worker.ts'
import type { StopReason } from '../../../electron/journal/worker/open-worker.ts'
import { codeOf, valueOf } from '../../support/library.ts'
import type { SomeTasks } from '../../support/some-worker.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** A name that the build and the tests do not mistake for an address on a server. */
const here = import.meta.url

const codes = {
  'too-slow': 'report.too-slow',
  'too-much-memory': 'report.too-much-memory',
  closed: 'export.stopped',
} as const satisfies Record<StopReason, string>

const onStop = (reason: StopReason): Result<never> => fail(codes[reason])

function someWorker(idleMs?: number): KeptWorker<SomeTasks> {
  const entry = new URL('../../support/some-worker.ts', here)
  const worker = keepWorker<SomeTasks>({ entry, onStop, deadline: 1_000, maxHeapMb: 64 }, idleMs)
  onTestFinished(() => worker.close())
  return worker
}

test('a kept thread runs one task after the other', async () => {
  const worker = someWorker()
  const [first, second] = await Promise.all([worker.run('thread', null), worker.run('thread', null)])
  expect(valueOf(first)).toBe(valueOf(second))
})

test('a task that never ends is stopped after its timeout, and the next one gets a new thread', async () => {
  const worker = someWorker()
  const first = valueOf(await worker.run('thread', null))
  expect(codeOf(await worker.run('block', 60_000))).toBe('report.too-slow')
  expect(valueOf(await worker.run('thread', null))).not.toBe(first)
})

test('a task that waited behind one that never ends is run all the same', async () => {
  const worker = someWorker()
  const [blocked, waiting] = await Promise.all([worker.run('block', 60_000), worker.run('thread', null)])
  expect(codeOf(blocked)).toBe('report.too-slow')
  expect(valueOf(waiting)).toBeTypeOf('number')
})

test('a task may take longer than others on request', async () => {
  const worker = someWorker()
  expect(valueOf(await worker.run('block', 1_500, { deadline: 20_000 }))).toBe(1_500)
})

test('a task that takes too much memory is stopped, and the next one gets a new thread', async () => {
  const worker = someWorker()
  expect(codeOf(await worker.run('fill', null, { deadline: 60_000 }))).toBe('report.too-much-memory')
  valueOf(await worker.run('thread', null))
})

test('a task is abandoned at once when it is cancelled', async () => {
  const worker = someWorker()
  valueOf(await worker.run('thread', null))
  const cancel = new AbortController()
  setTimeout(() => cancel.abort(), 50)
  const begin = performance.now()
  expect(codeOf(await worker.run('block', 800, { signal: cancel.signal }))).toBe('export.stopped')
  expect(performance.now() - begin).toBeLessThan(800)
  valueOf(await worker.run('thread', null))
})

test('what a task throws is thrown to its caller, and the thread continues', async () => {
  const worker = someWorker()
  const first = valueOf(await worker.run('thread', null))
  await expect(worker.run('throw', null)).rejects.toThrow('on purpose')
  expect(valueOf(await worker.run('thread', null))).toBe(first)
})

test('transferred memory is not copied, in either direction', async () => {
  const data = new Uint8Array(1_000_000).fill(7)
  const sent = someWorker().run('return', data, { transfer: [data.buffer] })
  expect(data.byteLength).toBe(0)
  const returned = valueOf(await sent)
  expect(Buffer.compare(returned, new Uint8Array(1_000_000).fill(7))).toBe(0)
})

test('an idle thread ends after a while', async () => {
  const worker = someWorker(1)
  const first = valueOf(await worker.run('thread', null))
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(valueOf(await worker.run('thread', null))).not.toBe(first)
})

test('an idle thread does not keep a process from ending', async () => {
  const script = join(await temporaryFolder(), 'ends.mjs')
  const thread = new URL('../../../electron/journal/exporters/export-thread.ts', here).href
  await writeFile(
    script,
    `import { exportThread } from '${thread}'
    await exportThread.run('export.end', { exportId: '' })
    process.stdout.write('done')`,
  )
  const run = spawnSync(process.execPath, [script], { encoding: 'utf8', timeout: 30_000 })
  expect({ out: run.stdout, status: run.status }).toEqual({ out: 'done', status: 0 })
})
