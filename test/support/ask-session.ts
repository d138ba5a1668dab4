import type { ElectronApplication } from 'playwright-core'
import { expect } from 'vitest'

/** What a session answers to a request. */
export interface SessionAnswer {
  /** 0 if there was no answer at all. */
  status: number
  headers: Record<string, string>
  size: number
}

/**
 * Asks the session of the program for an address, as a page would.
 *
 * The main process only begins the request, and is asked for the answer until it is there. So a request that is never
 * answered fails in time, and nothing depends on a promise that only Playwright waits for.
 */
export async function askSession(app: ElectronApplication, url: string, method = 'GET'): Promise<SessionAnswer> {
  const id = crypto.randomUUID()
  await app.evaluate(
    ({ session }, request) => {
      const shared = globalThis as unknown as { asked?: Map<string, { promise: unknown; answer: unknown }> }
      const asked = (shared.asked ??= new Map())
      const entry: { promise: unknown; answer: unknown } = { promise: null, answer: null }
      const ask = async () => {
        const response = await session.defaultSession.fetch(request.url, { method: request.method }).catch(() => null)
        const headers: Record<string, string> = Object.fromEntries(response?.headers.entries() ?? [])
        const size = (await response?.arrayBuffer())?.byteLength ?? 0
        entry.answer = { status: response?.status ?? 0, headers, size }
      }
      entry.promise = ask()
      asked.set(request.id, entry)
    },
    { id, url, method },
  )
  const answerOf = () =>
    app.evaluate((_, of) => {
      const shared = globalThis as unknown as { asked?: Map<string, { answer: unknown }> }
      return (shared.asked?.get(of)?.answer ?? null) as SessionAnswer | null
    }, id)
  await expect.poll(answerOf).not.toBeNull()
  const answer = await answerOf()
  if (answer === null) throw new Error(`There is no answer for ${url}.`)
  return answer
}
