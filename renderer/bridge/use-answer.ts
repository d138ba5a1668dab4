import { useEffect, useState } from 'react'
import type { Failure, Result } from '../../electron/shared/result.ts'

/** The answer to a question to the engine, as far as it is known. */
export interface Answer<T> {
  /** `null` until the answer has come, and if it is a refusal. */
  value: T | null
  problem: Failure | null
}

const nothing = { value: null, problem: null }

/**
 * Asks the engine, and asks again whenever the question changes. Answers to earlier questions are dropped.
 *
 * @param ask keeps its identity as long as the question is the same (`useCallback`); `null`: there is nothing to ask
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
