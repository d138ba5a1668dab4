import { setImmediate as breathe } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../shared/result.ts'
import type { Answer, Task, Tasks } from './tasks.ts'
import type { Tell } from '../disk/tell.ts'

/** How long a task may be silent before it is taken to be going round for ever, in milliseconds. */
export const DEADLINE_MS = 5_000
/** A computer that has much to do starts a thread late, and brings late what it needs; that is no file's fault. */
const START_MS = 30_000
/** For what is made of what is read. The bytes that are read themselves do not count. */
const MAX_HEAP_MB = 512

export interface WorkerOptions {
  deadline?: number
  maxHeapMb?: number
}

/** A thread that makes sense of what others have written. */
export interface ImportWorker {
  /**
   * Has a task carried out. It is refused where it takes too long or too much memory, and the thread is gone then.
   */
  ask<T extends Task>(task: T, input: Tasks[T]['input'], options?: { tell?: Tell }): Promise<Tasks[T]['output']>
  /** Ends the thread; what is still asked is refused. */
  close(): Promise<void>
}

interface Pending {
  settle: (output: Result<never>) => void
  take: (answer: Extract<Answer, { kind: 'output' }>) => void
  reject: (error: unknown) => void
  tell: Tell
  hasBegun: boolean
}

/**
 * Where this file is. The build looks for this name: `import.meta.url` itself, in this place, Vite and Vitest take for
 * the address of something on a server.
 */
const here = import.meta.url

/** Starts a thread for what comes from outside. */
export function openWorker({ deadline = DEADLINE_MS, maxHeapMb = MAX_HEAP_MB }: WorkerOptions = {}): ImportWorker {
  const worker = new Worker(new URL('./import-worker.ts', here), {
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
  })
  worker.unref()
  const pending = new Map<number, Pending>()
  let ended: Result<never> | null = null
  let last = 0
  let signs = 0
  let timer: NodeJS.Timeout | undefined

  const end = (failure: Result<never>) => {
    if (ended !== null) return
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
      // Where this thread was busy itself, the answer may be lying there and only has not been looked at.
      await breathe()
      await breathe()
      if (seen === signs) end(tooSlow())
    }
    const haveBegun = [...pending.values()].every(({ hasBegun }) => hasBegun)
    timer = setTimeout(() => void expire(), haveBegun ? deadline : START_MS)
  }

  worker.on('message', (answer: Answer) => {
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
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return end(tooMuch())
    for (const { reject } of pending.values()) reject(error)
    pending.clear()
    end(stopped())
  })
  worker.once('exit', () => end(stopped()))

  return {
    ask: <T extends Task>(task: T, input: Tasks[T]['input'], options: { tell?: Tell } = {}) =>
      new Promise<Tasks[T]['output']>((resolve, reject) => {
        if (ended !== null) return resolve(ended)
        const id = ++last
        pending.set(id, {
          settle: resolve,
          take: ({ output }) => resolve(output),
          reject,
          tell: options.tell ?? (() => {}),
          hasBegun: false,
        })
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        worker.postMessage({ id, task, input })
        watch()
      }),
    async close() {
      end(stopped())
      await worker.terminate()
    },
  }
}

function tooSlow(): Result<never> {
  return fail(
    'import.stopped',
    'It takes far too long to make sense of this. Nothing was imported, and your trips are untouched. It may be damaged, or made to keep programs busy.',
  )
}

function tooMuch(): Result<never> {
  return fail(
    'import.stopped',
    'To make sense of this takes far too much memory. Nothing was imported, and your trips are untouched. Divide it, or leave some of it out.',
  )
}

function stopped(): Result<never> {
  return fail('import.stopped', 'The import was stopped. Nothing was imported, and your trips are untouched.')
}
