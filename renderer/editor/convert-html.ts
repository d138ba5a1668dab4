// Vite makes this export.
// oxlint-disable-next-line import/default
import workerAddress from './html-worker.ts?worker&url'

/** What a browser requires for the address of a script; see the content security policy. */
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL: () => string }): { createScriptURL(input: string): string }
}

declare global {
  var trustedTypes: PolicyFactory | undefined
}

/** How long converting may take, in milliseconds. The slowest page of an encyclopaedia takes a tenth of that. */
const DEADLINE = 3_000

/** The page runs no script whose address does not come from here. */
const policy = globalThis.trustedTypes?.createPolicy('html-worker', { createScriptURL: () => workerAddress })

/** A worker that is ready. It comes with a megabyte of rules about HTML, so the window opens without it. */
let ready: Worker | null = null

function startWorker(): Worker {
  return new Worker(policy?.createScriptURL('') ?? workerAddress, { type: 'module' })
}

/** Starts a worker, so that it is ready when somebody pastes. */
export function prepareConverter(): void {
  if (hasWorkers()) ready ??= startWorker()
}

/**
 * Converts HTML from the clipboard to Markdown without blocking the page, whatever the HTML is like.
 *
 * @returns `null` if it takes too long, or cannot be read
 */
export async function convertHtml(html: string): Promise<string | null> {
  if (!hasWorkers()) return (await import('./html-to-markdown.ts')).htmlToMarkdown(html)
  const worker = ready ?? startWorker()
  // Each conversion has a worker of its own: one that is busy could only be ended.
  ready = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const answer = await new Promise<unknown>((resolve) => {
    timer = setTimeout(() => resolve(null), DEADLINE)
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => resolve(data))
    worker.addEventListener('error', () => resolve(null))
    // A message to a worker has no target origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(html)
  })
  clearTimeout(timer)
  if (answer === null) worker.terminate()
  else if (ready === null) ready = worker
  else worker.terminate()
  return readAnswer(answer)
}

function readAnswer(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('markdown' in answer)) return null
  return typeof answer.markdown === 'string' ? answer.markdown : null
}

/** The DOM of the tests has no workers. */
const hasWorkers = (): boolean => typeof Worker === 'function'
