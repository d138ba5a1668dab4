import { useEffect, useState } from 'react'
import type { Failure, Result } from '../../electron/shared/result.ts'

/** The answer to a call to the engine, as far as it is known. */
export interface Answer<T> {
  /** `null` until the answer arrives, or if it is a failure. */
  value: T | null
  problem: Failure | null
}

const nothing = { value: null, problem: null }

/**
 * Calls the engine, and calls again whenever the question changes. Answers to earlier questions are dropped.
 *
 * @param ask keeps its identity as long as the question is the same (`useCallback`); `null` if there is nothing to ask
 */
export function useAnswer<T>(ask: (() => Promise<Result<T>>) | null): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T> & { of: unknown }>({ ...nothing, of: null })
  useEffect(() => {
    if (ask === null) return undefined
    let isCurrent = true
    const run = async () => {
      const result = await ask()
      if (!isCurrent) return
      const value = result.ok ? { value: result.value, problem: null } : { value: null, problem: result.error }
      setAnswer({ ...value, of: ask })
    }
    void run()
    return () => {
      isCurrent = false
    }
  }, [ask])
  return answer.of === ask ? answer : nothing
}
