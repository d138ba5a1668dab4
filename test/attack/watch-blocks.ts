/** How often the main thread is asked whether it is free, in milliseconds. */
const INTERVAL = 5

/** What something cost. */
export interface Cost {
  /** How long it took, in milliseconds. */
  ms: number
  /** For how long the process with all of its threads had a processor meanwhile, in milliseconds. */
  work: number
  /**
   * The longest time for which this thread worked without doing anything else, in milliseconds. Time for which other
   * programs had the processor is not counted, as far as Node can tell (from version 24).
   */
  longestBlock: number
  /** By how much the memory (RSS) of the process with all of its threads grew at most, in bytes. */
  peakMemory: number
}

/** Runs a function, and measures how long it takes and how long it keeps this thread from doing anything else. */
export async function watchBlocks<T>(run: () => Promise<T>): Promise<{ value: T } & Cost> {
  const started = performance.now()
  const [before, cpu] = [process.memoryUsage.rss(), process.cpuUsage()]
  let [last, worked, longest, peak] = [started, workOfThread(), 0, before]
  const look = () => {
    const [now, work] = [performance.now(), workOfThread()]
    const gap = now - last - INTERVAL
    longest = Math.max(longest, canTell ? Math.min(gap, work - worked) : gap)
    peak = Math.max(peak, process.memoryUsage.rss())
    last = performance.now()
    worked = workOfThread()
  }
  const timer = setInterval(look, INTERVAL)
  try {
    const value = await run()
    look()
    const { user, system } = process.cpuUsage(cpu)
    const ms = performance.now() - started
    return { value, ms, work: (user + system) / 1000, longestBlock: longest, peakMemory: peak - before }
  } finally {
    clearInterval(timer)
  }
}

/**
 * Whether something took longer than it may, in milliseconds. On a machine that is busy with other things, only what the
 * process did itself counts, unless it is far too late.
 */
export function isTooSlow({ ms, work }: Pick<Cost, 'ms' | 'work'>, limit: number): boolean {
  return ms > limit && (work > limit * 0.8 || ms > limit * 10)
}

const canTell = 'threadCpuUsage' in process

/** How long this thread has had a processor, in milliseconds; 0 in versions of Node that do not know. */
function workOfThread(): number {
  if (!canTell) return 0
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
