import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createJobs, type Job, type Jobs } from '../../../electron/journal/jobs/jobs.ts'
import type { EventData } from '../../../electron/shared/contract/index.ts'
import { ok } from '../../../electron/shared/result.ts'
import { codeOf, valueOf } from '../../support/library.ts'

/** A registry with a job that runs until it is cancelled or told to end. */
function start() {
  const told: EventData<'job.progress'>[] = []
  const jobs: Jobs = createJobs((progress) => told.push(progress))
  let end: (() => void) | null = null
  const begin = (kind: 'export' | 'verify', id: string) => {
    let job: Job | undefined
    const outcome = jobs.run(kind, id, async (given) => {
      job = given
      await new Promise<void>((resolve) => {
        end = resolve
        given.signal.addEventListener('abort', () => resolve())
      })
      return ok(given.signal.aborted)
    })
    if (job === undefined) throw new Error('The job has not begun.')
    return { job, outcome }
  }
  return { jobs, told, begin, end: () => end?.() }
}

describe('jobs', () => {
  test('a job returns the result of its work, and is then no longer running', async () => {
    const { jobs, begin, end } = start()
    const { outcome } = begin('verify', 'a')
    expect(jobs.kinds()).toEqual(['verify'])
    end()
    expect(valueOf(await outcome)).toBe(false)
    expect(jobs.kinds()).toEqual([])
  })

  test('a job whose work throws is no longer running either', async () => {
    const { jobs } = start()
    await expect(jobs.run('verify', 'a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(jobs.kinds()).toEqual([])
    await jobs.idle()
  })

  test('a second job with the id of a running one is refused', async () => {
    const { jobs, begin } = start()
    const { outcome } = begin('verify', 'a')
    expect(codeOf(await jobs.run('export', 'a', async () => ok(null)))).toBe('input.in-progress')
    jobs.cancel('a')
    expect(valueOf(await outcome)).toBe(true)
  })

  test('cancelling ends one job, and cancelling one that has ended does nothing', async () => {
    const { jobs, begin } = start()
    const one = begin('export', 'a')
    const other = begin('verify', 'b')
    jobs.cancel('a')
    expect(valueOf(await one.outcome)).toBe(true)
    expect(jobs.kinds()).toEqual(['verify'])
    jobs.cancel('a')
    expect(other.job.signal.aborted).toBe(false)
    jobs.cancelAll()
    await other.outcome
  })

  test('each kind of running job is listed once, and waiting ends when all jobs have ended', async () => {
    const { jobs, begin } = start()
    const outcomes = [begin('export', 'a'), begin('verify', 'b'), begin('export', 'c')].map(({ outcome }) => outcome)
    expect(jobs.kinds()).toEqual(['export', 'verify'])
    const order: string[] = []
    const idle = jobs.idle().then(() => order.push('idle'))
    jobs.cancel('a')
    jobs.cancel('b')
    await Promise.all(outcomes.slice(0, 2))
    order.push('two have ended')
    jobs.cancelAll()
    await idle
    expect(order).toEqual(['two have ended', 'idle'])
    expect(jobs.kinds()).toEqual([])
  })

  test('what a job wrote is known by its id, up to a hundred jobs later', async () => {
    const { jobs } = start()
    const write = (id: string) =>
      jobs.run('export', id, async ({ wrote }) => {
        wrote(`/exports/${id}`, `/exports/${id}/index.md`)
        return ok(null)
      })
    await write('first')
    expect(jobs.writtenBy('first')).toEqual({ path: '/exports/first', main: '/exports/first/index.md' })
    expect(jobs.writtenBy('another')).toBeNull()
    for (let index = 0; index < 100; index++) await write(String(index))
    expect(jobs.writtenBy('first')).toBeNull()
    expect(jobs.writtenBy('99')?.path).toBe('/exports/99')
  })
})

describe('progress of jobs', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
  afterEach(() => void vi.useRealTimers())

  test('progress includes the id, the kind and the details of its job', () => {
    const { begin, told } = start()
    begin('verify', 'a').job.report(0.5, 'verifying', { place: 'trip.json', problems: 2 })
    expect(told).toEqual([
      { jobId: 'a', kind: 'verify', step: 'verifying', done: 0.5, place: 'trip.json', problems: 2 },
    ])
  })

  test('progress is reported every 50 ms, and at once when a step begins or the job is done', () => {
    const { begin, told } = start()
    const { job } = begin('export', 'a')
    for (let index = 0; index < 10; index++) {
      job.report(index / 100, 'converting-pictures')
      vi.advanceTimersByTime(10)
    }
    job.report(0.5, 'writing-files')
    job.report(0.6, 'writing-files')
    job.report(1, 'writing-files')
    expect(told.map(({ done }) => done)).toEqual([0, 0.05, 0.5, 1])
  })
})
