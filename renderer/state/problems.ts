import type { Problem } from '../../electron/shared/problem.ts'
import { scrubError } from '../../electron/shared/scrub-error.ts'
import { bridge } from '../bridge/bridge.ts'

/** A part that fails each time that it is drawn says so often enough. */
const MOST_PROBLEMS = 10
const MINUTE = 60_000

let minute = 0
let told = 0

/** Has an error that nobody foresaw noted in the log. What was typed stands in none of it. */
export function reportProblem(kind: Problem['kind'], thrown: unknown): void {
  const current = Math.floor(Date.now() / MINUTE)
  if (current !== minute) {
    minute = current
    told = 0
  }
  if (++told > MOST_PROBLEMS) return
  void bridge.call('app.problem', { kind, error: scrubError(thrown) })
}

const onError = ({ error }: ErrorEvent) => reportProblem('thrown', error)
const onRejection = ({ reason }: PromiseRejectionEvent) => reportProblem('rejected', reason)

/** Listens for errors that nobody caught, until the function that it returns is called. */
export function listenToProblems(): () => void {
  window.addEventListener('error', onError)
  window.addEventListener('unhandledrejection', onRejection)
  return () => {
    window.removeEventListener('error', onError)
    window.removeEventListener('unhandledrejection', onRejection)
  }
}
