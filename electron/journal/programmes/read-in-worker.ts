import type { Result } from '../../shared/result.ts'
import { importStopped } from '../worker/import-stopped.ts'
import { openWorker, type TaskWorker, type WorkerOptions } from '../worker/open-worker.ts'
import type { FoundStarred, StarredOrder } from './stars/find-starred.ts'
import type { UnderstandOrder, Understood, UpdateOrder } from './understand-programme.ts'
import type { ProgrammeUpdate } from './update-programme.ts'

/** The tasks of a thread that reads programmes. */
export interface ProgrammeTasks {
  'programme.understand': { input: UnderstandOrder; output: Result<Understood> }
  'programme.import': { input: UpdateOrder; output: Result<ProgrammeUpdate> }
  'programme.stars': { input: StarredOrder; output: Result<FoundStarred> }
}

/**
 * Vite looks for this name: if `import.meta.url` were used directly, it would be replaced with an address on a server.
 */
const here = import.meta.url

/** Starts a thread that reads programmes. */
export function openProgrammeWorker(
  options: Pick<WorkerOptions, 'deadline' | 'maxHeapMb'> = {},
): TaskWorker<ProgrammeTasks> {
  return openWorker({ entry: new URL('./programme-worker.ts', here), onStop: importStopped, ...options })
}

/**
 * Runs a task in a thread of its own: a malicious programme can keep a program busy forever.
 *
 * @param signal ends the thread
 */
export async function askProgrammeWorker<K extends keyof ProgrammeTasks>(
  task: K,
  input: ProgrammeTasks[K]['input'],
  signal?: AbortSignal,
): Promise<ProgrammeTasks[K]['output']> {
  const worker = openProgrammeWorker()
  const onAbort = () => void worker.close()
  signal?.addEventListener('abort', onAbort)
  try {
    if (signal?.aborted === true) await worker.close()
    return await worker.ask(task, input)
  } finally {
    signal?.removeEventListener('abort', onAbort)
    await worker.close()
  }
}
