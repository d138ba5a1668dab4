import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import type { HandlersOf } from '../../electron/journal/service/context.ts'
import type { Job } from '../../electron/journal/jobs/jobs.ts'
import { channel, jobChannel } from '../../electron/shared/contract/channel.ts'
import {
  type Channel,
  channels,
  type Domain,
  events,
  type Handlers,
  type JobChannel,
  type JobInput,
} from '../../electron/shared/contract/index.ts'
import { jobKinds } from '../../electron/shared/jobs.ts'

test('every channel and event is named after its domain', () => {
  for (const name of [...Object.keys(channels), ...Object.keys(events)]) expect(name).toMatch(/^[a-z]+\.[a-zA-Z]+$/)
})

test('the type of each domain’s handlers is derived from its channels', () => {
  expectTypeOf<keyof HandlersOf<'conflicts'>>().toEqualTypeOf<
    'conflicts.list' | 'conflicts.compare' | 'conflicts.merge'
  >()
  expectTypeOf<Domain>().extract<'entries' | 'jobs'>().toEqualTypeOf<'entries' | 'jobs'>()
  expectTypeOf<keyof Handlers>().toEqualTypeOf<Channel>()
})

test('a channel has a size limit and must respond quickly by default', () => {
  const plain = channel({ input: z.strictObject({}), output: z.strictObject({}) })
  expect(plain).toMatchObject({ job: null, maxBytes: 64 * 1024 * 1024, isPatient: false })
  const special = channel({ input: z.strictObject({}), output: z.strictObject({}), maxBytes: 1, isPatient: true })
  expect(special).toMatchObject({ maxBytes: 1, isPatient: true })
})

test('a channel that starts a job requires the job’s id, rejects unknown keys, and may respond late', () => {
  const { input, job, isPatient } = jobChannel('verify', { input: { what: z.string() }, output: z.null() })
  const jobId = crypto.randomUUID()
  expect(input.safeParse({ what: 'all', jobId }).success).toBe(true)
  expect(input.safeParse({ what: 'all' }).success).toBe(false)
  expect(input.safeParse({ what: 'all', jobId, extra: 1 }).success).toBe(false)
  expect([job, isPatient]).toEqual(['verify', true])
})

test('the handler of a job receives the job, and others do not', () => {
  expectTypeOf<HandlersOf<'verify'>['verify.run']>().parameter(1).toEqualTypeOf<Job>()
  expectTypeOf<Parameters<HandlersOf<'exports'>['exports.targets']>>().toEqualTypeOf<[Record<string, never>]>()
  expectTypeOf<JobInput<'verify.run'>>().toEqualTypeOf<{ what: 'library' | 'backup' }>()
  expectTypeOf<'entries.save'>().not.toExtend<JobChannel>()
})

test('a new channel takes two files: its name is written in its schema and its handler, and nowhere else', async () => {
  const root = join(import.meta.dirname, '../../electron')
  const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.ts'))
  // Where channels are defined, handled, passed on and limited; other files name a channel to call it.
  const places = /^(shared|journal\/service|preload|main|web)\//
  const sources = await Promise.all(
    files
      .map((file) => file.replaceAll(sep, '/'))
      .filter((file) => places.test(file))
      .map(async (file) => [file, await readFile(join(root, file), 'utf8')] as const),
  )
  // The desktop window inspects some calls on their way.
  const alsoInDesktop = new Set(['app.keepFrame', 'app.start', 'app.restart', 'settings.save'])
  for (const name of Object.keys(channels)) {
    const [domain] = name.split('.')
    expect(sources.flatMap(([file, text]) => (text.includes(`'${name}'`) ? [file] : [])).toSorted()).toEqual([
      `journal/service/${domain}.ts`,
      ...(alsoInDesktop.has(name) ? ['main/engine-host.ts'] : []),
      `shared/contract/${domain}.ts`,
    ])
  }
})

test('every kind of job is started by a channel', () => {
  const started = new Set(Object.values(channels).map(({ job }) => job))
  for (const kind of jobKinds) expect(started).toContain(kind)
})
