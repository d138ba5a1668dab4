import { createContext, Script } from 'node:vm'

/**
 * Runs a function for at most some milliseconds. One that takes longer is interrupted at any point, even in the middle
 * of a regular expression, so it must not change anything that others use.
 *
 * For threads that have to go on with other work. The deadline of a task ends its thread instead, together with
 * everything that the thread keeps in memory.
 *
 * If other programs had the processor for most of that time, the function is run again, with more time.
 *
 * @param run must be synchronous; only the part of it before its first `await` is limited
 * @param cpuTime the milliseconds that the processor has worked for this thread
 * @returns what it returned; `null` if it took too long
 */
export function runWithin<T>(ms: number, run: () => T, cpuTime = threadTime): { value: T } | null {
  const before = cpuTime()
  const done = attempt(ms, run)
  if (done !== null || cpuTime() - before > ms * OWN_PART) return done
  return attempt(ms * MORE, run)
}

/** The part of its time that a thread gets at least on a computer that is not overloaded. */
const OWN_PART = 0.5
/** The second attempt may take this many times as long: together with the first, less than a task's deadline. */
const MORE = 2

function threadTime(): number {
  // Older versions of Node.js know only the time of all threads together, which is at least as much.
  const known: Partial<Pick<NodeJS.Process, 'threadCpuUsage'>> = process
  const { user, system } = known.threadCpuUsage?.() ?? process.cpuUsage()
  return (user + system) / 1000
}

function attempt<T>(ms: number, run: () => T): { value: T } | null {
  let done: { value: T } | null = null
  const before = scope.run
  scope.run = () => {
    done = { value: run() }
  }
  try {
    script.runInContext(context, { timeout: Math.max(1, Math.ceil(ms)) })
    return done
  } catch (error) {
    if (isTimeout(error)) return null
    throw error
  } finally {
    scope.run = before
  }
}

/** Node.js limits the time of scripts only. This one calls our function, to which the limit then applies too. */
const script = new Script('run()')
const scope = { run: (): void => {} }
const context = createContext(scope)

/** The error may belong to the script's context, whose `Error` is another one. */
function isTimeout(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}
