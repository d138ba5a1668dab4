import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { WorkerOrder } from './save-worker.ts'

/** A running process that saves, and its output so far. */
export interface Worker {
  pid: number
  /** The numbers of the acknowledged saves. */
  acknowledged: number[]
  /** The failures it received, as codes with sentences. */
  refusals: string[]
  /** Resolves when its first save is about to begin; rejects if it ends before that. */
  ready: Promise<void>
  /** Resolves when this many saves have been acknowledged, or when it has ended. */
  saved: (count: number) => Promise<void>
  /** Kills it; resolves when it has ended and all of its output has been read. */
  kill: () => Promise<void>
  /** Resolves when it has ended on its own. */
  ended: Promise<void>
}

export function startWorker(order: WorkerOrder): Worker {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'save-worker.ts'), JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // A thousand starts take minutes with the cache, and an hour without it.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'lanyard-torture-cache') },
  })
  const acknowledged: number[] = []
  const refusals: string[] = []
  /** Called on each acknowledged save. */
  const onSaved = new Set<() => void>()
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const ready = new Promise<void>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const [word, ...rest] = line.split(' ')
      if (word === 'ready') resolve()
      if (word === 'saved') {
        acknowledged.push(Number(rest[0]))
        for (const look of onSaved) look()
      }
      if (word === 'refused') refusals.push(rest.join(' '))
    })
    child.once('error', reject)
    child.once('close', () => reject(new Error(`The process ended before it had begun. ${refusals.join()}`)))
  })
  return {
    pid: child.pid ?? NaN,
    acknowledged,
    refusals,
    ready,
    ended,
    saved: (count) => {
      const enough = new Promise<void>((resolve) => {
        const look = () => acknowledged.length >= count && resolve()
        onSaved.add(look)
        look()
      })
      return Promise.race([enough, ended])
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
