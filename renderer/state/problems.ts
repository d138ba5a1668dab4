import type { Problem } from '../../electron/shared/problem.ts'
import { bridge } from '../bridge/bridge.ts'

/** How many problems are reported in one minute: a part may fail each time that it is drawn. */
const MAX_PROBLEMS = 10
const MINUTE = 60_000

let minute = 0
let reported = 0

/** Has an unforeseen error noted in the log, without anything that was typed. */
export function reportProblem(kind: Problem['kind'], thrown: unknown): void {
  const current = Math.floor(Date.now() / MINUTE)
  if (current !== minute) {
    minute = current
    reported = 0
  }
  if (++reported > MAX_PROBLEMS) return
  void note(kind, thrown)
}

/** What is left of an error is decided by code that most starts never need. */
async function note(kind: Problem['kind'], thrown: unknown): Promise<void> {
  try {
    const { scrubError } = await import('../../electron/shared/scrub-error.ts')
    await bridge.call('app.problem', { kind, error: scrubError(thrown) })
  } catch {
    // A problem with noting a problem would be noted next.
  }
}

const onError = ({ error }: ErrorEvent) => reportProblem('thrown', error)
const onRejection = ({ reason }: PromiseRejectionEvent) => reportProblem('rejected', reason)

/** Reports uncaught errors until the returned function is called. */
export function listenToProblems(): () => void {
  window.addEventListener('error', onError)
  window.addEventListener('unhandledrejection', onRejection)
  return () => {
    window.removeEventListener('error', onError)
    window.removeEventListener('unhandledrejection', onRejection)
  }
}
