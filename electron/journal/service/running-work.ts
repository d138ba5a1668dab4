import { fail, type Result } from '../../shared/result.ts'

/** Work that the page has begun under identifiers of its own making, by which it follows it and ends it. */
export interface RunningWork {
  /** Does it. Refused where something of this identifier is being done already. */
  run<T>(id: string, work: (signal: AbortSignal) => Promise<Result<T>>): Promise<Result<T>>
  has(id: string): boolean
  /** One that is over is not there any more, and that is as good as cancelled. */
  cancel(id: string): void
  /** Cancels all, and waits until they have ended. */
  close(): Promise<void>
}

export function createRunningWork(): RunningWork {
  const running = new Map<string, { cancel: AbortController; ended: Promise<unknown> }>()
  return {
    async run(id, work) {
      if (running.has(id)) return fail('input.invalid', 'This is being done already.')
      const cancel = new AbortController()
      const ended = work(cancel.signal)
      running.set(id, { cancel, ended })
      try {
        return await ended
      } finally {
        running.delete(id)
      }
    },
    has: (id) => running.has(id),
    cancel: (id) => running.get(id)?.cancel.abort(),
    async close() {
      for (const { cancel } of running.values()) cancel.abort()
      await Promise.allSettled(Array.from(running.values(), ({ ended }) => ended))
    },
  }
}
