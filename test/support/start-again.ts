import { errors } from 'playwright-core'

/** Something that prevents a start without being a fault of the program. */
interface Obstacle {
  is: (error: unknown) => boolean
  sentence: string
}

/** About once in a hundred starts, Playwright is connected to the program and never receives anything. */
export const noConnection: Obstacle = {
  is: (error) => error instanceof errors.TimeoutError,
  sentence: 'Playwright could not connect to the program.',
}

/** About once in a thousand starts, strace fails and ends, after which the system refuses what would have been traced. */
export const noTracer: Obstacle = {
  // Playwright quotes what a program printed that ended too early.
  is: (error) => error instanceof Error && /strace: ptrace\(/.test(error.message),
  sentence: 'The program ended with strace.',
}

/**
 * Start a program, and try once more if something got in its way.
 *
 * @param start has to end the program if it fails
 */
export async function startAgain<T>(obstacle: Obstacle, start: () => Promise<T>): Promise<T> {
  try {
    return await start()
  } catch (error) {
    if (!obstacle.is(error)) throw error
    process.stderr.write(`${obstacle.sentence} It is started again.\n`)
    return await start()
  }
}
