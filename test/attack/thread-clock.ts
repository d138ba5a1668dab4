import { readFileSync } from 'node:fs'

/** How often a thread's clock is read, in milliseconds. */
const INTERVAL = 5
/** For how long what was read is kept, in milliseconds: longer than anything is waited for. */
const KEPT = 120_000
/** How much the clocks of two processes may differ, in milliseconds. */
const TOLERANCE = 10

/** Tells how long the main thread of another process had a processor. */
export interface ThreadClock {
  /**
   * How long it had one between two moments at most, in milliseconds; everything where the system does not tell.
   *
   * @param from in milliseconds since 1970
   */
  workBetween: (from: number, to: number) => number
  stop: () => void
}

/** Follows the main thread of a process, as long as it runs. Only Linux tells what a thread of another process does. */
export function followThread(pid: number): ThreadClock {
  const samples: { at: number; work: number }[] = []
  const look = () => {
    const work = workOf(pid)
    if (work === null) return
    samples.push({ at: performance.timeOrigin + performance.now(), work })
    if ((samples[0]?.at ?? 0) < (samples.at(-1)?.at ?? 0) - KEPT) samples.splice(0, samples.length >> 1)
  }
  look()
  const timer = setInterval(look, INTERVAL)
  return {
    workBetween(from, to) {
      look()
      const before = samples.findLast(({ at }) => at <= from - TOLERANCE)
      const after = samples.find(({ at }) => at >= to + TOLERANCE) ?? samples.at(-1)
      return before === undefined || after === undefined ? to - from : after.work - before.work
    },
    stop: () => clearInterval(timer),
  }
}

/** How long the main thread of a process has had a processor, in milliseconds; `null` if the system does not tell. */
function workOf(pid: number): number | null {
  try {
    const [nanoseconds] = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')
    return Number(nanoseconds) / 1_000_000
  } catch {
    return null
  }
}
