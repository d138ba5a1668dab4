/** How often the main thread is asked whether it is free, in milliseconds. */
const INTERVAL = 5

/** Runs a function, and measures how long it takes and how long it keeps this thread from doing anything else. */
export async function watchBlocks<T>(run: () => Promise<T>): Promise<{ value: T; ms: number; longestBlock: number }> {
  const started = performance.now()
  let [last, longest] = [started, 0]
  const look = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last - INTERVAL)
    last = now
  }
  const timer = setInterval(look, INTERVAL)
  try {
    const value = await run()
    look()
    return { value, ms: performance.now() - started, longestBlock: longest }
  } finally {
    clearInterval(timer)
  }
}
