import { availableParallelism } from 'node:os'
import { fail, type Result } from '../../../shared/result.ts'
import { type KeptWorker, keepWorker, type RunOptions } from '../../worker/keep-worker.ts'
import type { StopReason } from '../../worker/open-worker.ts'
import type { PictureWish, PreparedPicture } from './picture-wish.ts'

/** The tasks of the threads that decode pictures. */
export interface PictureTasks {
  /** Brings a picture into the form in which it is needed. */
  'picture.convert': { input: { data: Uint8Array; wish: PictureWish }; output: Result<PreparedPicture> }
}

/** Vite looks for this name; see the thread for exports. */
const here = import.meta.url

/** How long a picture may take, in milliseconds: far longer than those of phones take on an idle computer. */
const DEADLINE_MS = 120_000
/** How long idle threads are kept, in milliseconds. Each takes about 200 MB, and 300 ms to start again. */
const IDLE_MS = 10_000
/** Maximum number of threads: each can take as much memory as its decoders may use. */
const MAX_THREADS = 4

/** Threads that decode pictures, which strangers may have made: if one crashes, only its picture is lost. */
export interface PictureThreads {
  /** How many pictures are decoded at the same time. Further ones wait. */
  readonly count: number
  /** Converts a picture. Fails if it is damaged, or takes too long or too much memory. */
  convert(data: Uint8Array, wish: PictureWish, options?: Pick<RunOptions, 'signal'>): Promise<Result<PreparedPicture>>
  /** Ends the threads. Pictures that are being decoded fail. */
  close(): Promise<void>
}

/** Keeps threads for pictures. Nothing is started yet. */
export function keepPictureThreads(count = Math.min(MAX_THREADS, availableParallelism())): PictureThreads {
  const entry = new URL('./picture-worker.ts', here)
  const open = (): KeptWorker<PictureTasks> =>
    keepWorker<PictureTasks>({ entry, onStop: pictureStopped, deadline: DEADLINE_MS }, IDLE_MS)
  const idle = Array.from({ length: count }, open)
  const all = [...idle]
  const waiting: ((thread: KeptWorker<PictureTasks>) => void)[] = []

  const take = async () => idle.shift() ?? (await new Promise<KeptWorker<PictureTasks>>((give) => waiting.push(give)))
  const giveBack = (thread: KeptWorker<PictureTasks>) => {
    const next = waiting.shift()
    // The one that was used last is used next, so that one picture at a time keeps only one thread.
    if (next === undefined) idle.unshift(thread)
    else next(thread)
  }

  return {
    count,
    async convert(data, wish, { signal } = {}) {
      const thread = await take()
      if (signal?.aborted === true) {
        giveBack(thread)
        return pictureStopped('closed')
      }
      // The signal only stops the waiting, so the thread is not given back before it is free.
      const running = thread.run('picture.convert', { data, wish })
      void running.finally(() => giveBack(thread)).catch(() => {})
      if (signal === undefined) return await running
      return await Promise.race([running, stopped(signal)])
    },
    async close() {
      await Promise.all(all.map((thread) => thread.close()))
    },
  }
}

/** The threads that exports and the window share. */
export const pictureThreads = keepPictureThreads()

function stopped(signal: AbortSignal): Promise<Result<never>> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(pictureStopped('closed')), { once: true })
  })
}

function pictureStopped(reason: StopReason): Result<never> {
  switch (reason) {
    case 'too-slow':
      return fail('picture.too-slow')
    case 'too-much-memory':
      return fail('picture.too-much-memory')
    case 'closed':
      return fail('picture.stopped')
    default:
      return reason satisfies never
  }
}
