import { threadId } from 'node:worker_threads'
import { ok, type Result } from '../../electron/shared/result.ts'
import { serveTasks } from '../../electron/journal/worker/serve-tasks.ts'

/** Tasks that do harm in different ways. */
export interface SomeTasks {
  thread: { input: null; output: Result<number> }
  /** Blocks the thread for this many milliseconds. */
  block: { input: number; output: Result<number> }
  fill: { input: null; output: Result<never> }
  throw: { input: null; output: Result<never> }
  return: { input: Uint8Array; output: Result<Uint8Array> }
}

serveTasks<SomeTasks>({
  thread: async () => () => ok(threadId),
  block: async () => (duration) => {
    const end = performance.now() + duration
    while (performance.now() < end);
    return ok(duration)
  },
  fill: async () => () => {
    const kept: number[][] = []
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, index) => index + kept.length))
  },
  throw: async () => () => {
    throw new Error('on purpose')
  },
  return: async () => (data) => ok(data),
})
