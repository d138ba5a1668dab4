import type { Result } from '../../shared/result.ts'
import { type AskOptions, openWorker, type TaskWorker, type WorkerOptions } from './open-worker.ts'
import type { TaskTable } from './protocol.ts'

/** How long an idle thread is kept, in milliseconds. It takes some 40 MB, and 100 ms to start again. */
const IDLE_MS = 60_000

export interface RunOptions extends Omit<AskOptions, 'onBegin'> {
  /** Stops waiting. The thread continues the task until its timeout, and the result is discarded. */
  signal?: AbortSignal
}

/** A thread that is started for the first task and kept for further ones. */
export interface KeptWorker<T extends TaskTable<T>> {
  /**
   * Runs a task. Fails if the task takes too long or too much memory; the next task gets a new thread then. A task that
   * was only waiting behind such a task is run by the new thread.
   */
  run<K extends keyof T>(task: K, input: T[K]['input'], options?: RunOptions): Promise<T[K]['output']>
  /** Ends the thread if there is one. */
  close(): Promise<void>
}

/** Keeps a thread for the tasks of a table. Nothing is started yet. */
export function keepWorker<T extends TaskTable<T>>(options: WorkerOptions, idleMs = IDLE_MS): KeptWorker<T> {
  let worker: TaskWorker<T> | null = null
  let running = 0
  let idle: NodeJS.Timeout | undefined

  const attempt = async <K extends keyof T>(task: K, input: T[K]['input'], asking: AskOptions) => {
    const used = worker?.hasEnded() === false ? worker : (worker = openWorker<T>(options))
    let hasBegun = false
    const output = await used.ask(task, input, { ...asking, onBegin: () => (hasBegun = true) })
    return { output, wasStopped: used.hasEnded() && !output.ok, hasBegun }
  }

  const runToEnd = async <K extends keyof T>(task: K, input: T[K]['input'], asking: AskOptions) => {
    clearTimeout(idle)
    running++
    try {
      const first = await attempt(task, input, asking)
      // Transferred input was lost with the thread that received it.
      const canRepeat = first.wasStopped && !first.hasBegun && asking.transfer === undefined && !isClosed
      return canRepeat ? (await attempt(task, input, asking)).output : first.output
    } finally {
      running--
      if (running === 0) idle = setTimeout(() => void worker?.close(), idleMs).unref()
    }
  }

  let isClosed = false
  return {
    async run(task, input, { signal, ...asking } = {}) {
      const output = runToEnd(task, input, asking)
      if (signal === undefined) return await output
      return await Promise.race([output, aborted(signal, options)])
    },
    async close() {
      isClosed = true
      clearTimeout(idle)
      await worker?.close()
    },
  }
}

/** Never settles unless there is a signal. */
function aborted(signal: AbortSignal, { onStop }: WorkerOptions): Promise<Result<never>> {
  return new Promise((resolve) => {
    const settle = () => resolve(onStop('closed'))
    if (signal.aborted) settle()
    else signal.addEventListener('abort', settle, { once: true })
  })
}
