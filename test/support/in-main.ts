import type Electron from 'electron'
import type { ElectronApplication } from 'playwright-core'

/**
 * Runs a function in the main process. Nothing there holds on to the promise that Playwright waits for, so the engine's
 * garbage collection takes it away at times; then the function is run once more, and so has to bear that.
 */
export async function inMain<T, A>(
  app: ElectronApplication,
  run: (electron: typeof Electron, arg: A) => T,
  arg: A,
): Promise<Awaited<T>> {
  for (let attempt = 1; ; attempt++) {
    try {
      // Playwright's type of an argument is one that it has taken apart.
      return (await app.evaluate(run as never, arg as never)) as Awaited<T>
    } catch (error) {
      if (attempt === 5 || !String(error).includes('garbage collected')) throw error
    }
  }
}
