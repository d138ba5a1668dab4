import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Result } from '../../shared/result.ts'
import type { ReportProgress } from '../jobs/report-progress.ts'
import type { Answer, TaskTable } from './protocol.ts'

/** Time without progress after which a task is considered endless, in milliseconds. */
export const DEADLINE_MS = 5_000
/** Additional time for starting a thread and loading its code on a busy computer, which is not the input's fault. */
const START_MS = 30_000
/** Limit for what is made from the input, not counting the input's own bytes. */
const MAX_HEAP_MB = 512

/** Why a thread ended before it responded. */
export type StopReason = 'too-slow' | 'too-much-memory' | 'closed'

export interface WorkerOptions {
  /** The file that the thread runs: it calls `serveTasks` with the same table of tasks. */
  entry: URL
  /** The result of everything that the thread can no longer do. */
  onStop: (reason: StopReason) => Result<never>
  /** The default for tasks without their own, in milliseconds without progress. */
  deadline?: number
  maxHeapMb?: number
  /** Limit for what is short-lived, which is part of that. Default: what the runtime finds fast. */
  maxYoungMb?: number
}

export interface AskOptions {
  reportProgress?: ReportProgress
  /** In milliseconds without progress. */
  deadline?: number
  /** Memory of the input that is transferred to the thread instead of copied. */
  transfer?: readonly ArrayBuffer[]
  /** Called when the task's turn has come and its code is loaded. */
  onBegin?: () => void
}

/** A thread that works on input that may be large or malicious. */
export interface TaskWorker<T extends TaskTable<T>> {
  /** Runs a task. Fails if the task takes too long or too much memory, which also ends the thread. */
  ask<K extends keyof T>(task: K, input: T[K]['input'], options?: AskOptions): Promise<T[K]['output']>
  /** Whether the thread has ended, so that it can run no more tasks. */
  hasEnded(): boolean
  /** Ends the thread. Pending tasks fail. */
  close(): Promise<void>
}

interface Pending<T extends TaskTable<T>> {
  settle: (output: Result<never>) => void
  take: (answer: Extract<Answer<T>, { kind: 'output' }>) => void
  reject: (error: unknown) => void
  deadline: number
  hasBegun: boolean
  reportProgress: ReportProgress
  onBegin: () => void
}

/** Starts a thread for the tasks of a table. */
export function openWorker<T extends TaskTable<T>>(options: WorkerOptions): TaskWorker<T> {
  const { entry, onStop, maxHeapMb = MAX_HEAP_MB, maxYoungMb } = options
  const young = maxYoungMb === undefined ? {} : { maxYoungGenerationSizeMb: maxYoungMb }
  const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: maxHeapMb, ...young } })
  const pending = new Map<number, Pending<T>>()
  let ended: Result<never> | null = null
  let lastId = 0
  let signs = 0
  let timer: NodeJS.Timeout | undefined

  const end = (reason: StopReason) => {
    if (ended !== null) return
    const failure = onStop(reason)
    ended = failure
    clearTimeout(timer)
    for (const { settle } of pending.values()) settle(failure)
    pending.clear()
    void worker.terminate()
  }

  const watch = () => {
    clearTimeout(timer)
    const started = ++signs
    // Tasks run in the order of the requests, so the first one is the one that takes the time.
    const [current] = pending.values()
    if (current === undefined || ended !== null) {
      // An idle thread does not keep the process from ending.
      worker.unref()
      return
    }
    worker.ref()
    const expire = async () => {
      // If this thread was busy itself, a response may have arrived without having been read yet.
      await nextTurn()
      await nextTurn()
      if (started === signs) end('too-slow')
    }
    timer = setTimeout(() => void expire(), current.hasBegun ? current.deadline : START_MS)
  }

  worker.on('message', (answer: Answer<T>) => {
    const asked = pending.get(answer.id)
    if (asked === undefined) return
    if (answer.kind === 'begun') {
      asked.hasBegun = true
      asked.onBegin()
    } else if (answer.kind === 'progress') asked.reportProgress(answer.done, answer.step)
    else {
      pending.delete(answer.id)
      if (answer.kind === 'output') asked.take(answer)
      else asked.reject(answer.error)
    }
    watch()
  })
  worker.once('error', (error: Error & { code?: string }) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return end('too-much-memory')
    for (const { reject } of pending.values()) reject(error)
    pending.clear()
    end('closed')
  })
  worker.once('exit', () => end('closed'))

  return {
    ask: <K extends keyof T>(task: K, input: T[K]['input'], asking: AskOptions = {}) =>
      new Promise<T[K]['output']>((resolve, reject) => {
        if (ended !== null) return resolve(ended)
        const id = ++lastId
        pending.set(id, {
          settle: resolve,
          take: ({ output }) => resolve(output),
          reject,
          deadline: asking.deadline ?? options.deadline ?? DEADLINE_MS,
          hasBegun: false,
          reportProgress: asking.reportProgress ?? (() => {}),
          onBegin: asking.onBegin ?? (() => {}),
        })
        worker.postMessage({ id, task, input }, asking.transfer ?? [])
        watch()
      }),
    hasEnded: () => ended !== null,
    async close() {
      end('closed')
      await worker.terminate()
    },
  }
}
