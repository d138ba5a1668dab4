import { errors } from 'playwright-core'

/**
 * Once in some hundred starts, Playwright waits for ever for a program that is there: connected to it, with nothing that
 * comes over the connection. It is started anew then, and that is said.
 *
 * @param start ends the program, where Playwright gives up
 */
export async function startAgain<T>(start: () => Promise<T>): Promise<T> {
  try {
    return await start()
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error
    process.stderr.write('Playwright has not got hold of the program. It is started anew.\n')
    return await start()
  }
}
