import { errors } from 'playwright-core'

/**
 * Start a program with Playwright, and try once more if that times out. About once in a hundred starts, Playwright is
 * connected to the program and never receives anything.
 *
 * @param start has to end the program if it fails
 */
export async function startAgain<T>(start: () => Promise<T>): Promise<T> {
  try {
    return await start()
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error
    process.stderr.write('Playwright could not connect to the program. It is started again.\n')
    return await start()
  }
}
