import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Result } from '../../shared/result.ts'
import type { Tell } from '../disk/tell.ts'
import type { Answer, TaskTable } from './protocol.ts'

/** How long a task may show no sign of life before it is taken to run forever, in milliseconds. */
export const DEADLINE_MS = 5_000
/** A busy computer starts a thread late and loads its code slowly, which is not the input's fault. */
const START_MS = 30_000
/** For what is made of the input. The bytes that are read themselves do not count. */
const MAX_HEAP_MB = 512

/** Why a thread ended before it had answered. */
export type StopReason = 'too-slow' | 'too-much-memory' | 'closed'

export interface WorkerOptions {
  /** The file that the thread runs: it calls `serveTasks` with the same table of tasks. */
  entry: URL
  /** What is answered to everything that the thread can no longer do. */
  onStop: (reason: StopReason) => Result<never>
  /** In milliseconds without a sign of life. */
  deadline?: number
  maxHeapMb?: number
}

/** A thread that works on input which may be large, or made to do harm. */
export interface TaskWorker<T extends TaskTable<T>> {
  /** Has a task carried out. Fails if the task takes too long or too much memory, which also ends the thread. */
  ask<K extends keyof T>(task: K, input: T[K]['input'], options?: { tell?: Tell }): Promise<T[K]['output']>
  /** Ends the thread. Tasks that have not been answered yet fail. */
  close(): Promise<void>
}

interface Pending<T extends TaskTable<T>> {
  settle: (output: Result<never>) => void
  take: (answer: Extract<Answer<T>, { kind: 'output' }>) => void
  reject: (error: unknown) => void
  tell: Tell
  hasBegun: boolean
}

/** Starts a thread for the tasks of a table. */
export function openWorker<T extends TaskTable<T>>(options: WorkerOptions): TaskWorker<T> {
  const { entry, onStop, deadline = DEADLINE_MS, maxHeapMb = MAX_HEAP_MB } = options
  const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: maxHeapMb } })
  worker.unref()
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
    const seen = ++signs
    if (pending.size === 0 || ended !== null) return
    const expire = async () => {
      // If this thread was busy itself, the answer may have arrived without having been read yet.
      await nextTurn()
      await nextTurn()
      if (seen === signs) end('too-slow')
    }
    const haveBegun = [...pending.values()].every(({ hasBegun }) => hasBegun)
    timer = setTimeout(() => void expire(), haveBegun ? deadline : START_MS)
  }

  worker.on('message', (answer: Answer<T>) => {
    const asked = pending.get(answer.id)
    if (asked === undefined) return
    if (answer.kind === 'begun') asked.hasBegun = true
    else if (answer.kind === 'progress') asked.tell(answer.done, answer.step)
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
    ask: <K extends keyof T>(task: K, input: T[K]['input'], { tell = () => {} }: { tell?: Tell } = {}) =>
      new Promise<T[K]['output']>((resolve, reject) => {
        if (ended !== null) return resolve(ended)
        const id = ++lastId
        const take: Pending<T>['take'] = ({ output }) => resolve(output)
        pending.set(id, { settle: resolve, take, reject, tell, hasBegun: false })
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        worker.postMessage({ id, task, input })
        watch()
      }),
    async close() {
      end('closed')
      await worker.terminate()
    },
  }
}
