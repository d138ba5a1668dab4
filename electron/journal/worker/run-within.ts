import { createContext, Script } from 'node:vm'

/**
 * Runs a function for at most some milliseconds. One that takes longer is interrupted at any point, even in the middle
 * of a regular expression, so it must not change anything that others use.
 *
 * For threads that have to go on with other work. The deadline of a task ends its thread instead, together with
 * everything that the thread keeps in memory.
 *
 * @param run must be synchronous; only the part of it before its first `await` is limited
 * @returns what it returned; `null` if it took too long
 */
export function runWithin<T>(ms: number, run: () => T): { value: T } | null {
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
