import type Electron from 'electron'
import type { ElectronApplication } from 'playwright-core'

/**
 * Run a function in the main process. Nothing there refers to the promise that Playwright waits for, so it is sometimes
 * garbage-collected; the function is then run again, and has to allow for that.
 */
export async function inMain<T, A>(
  app: ElectronApplication,
  run: (electron: typeof Electron, arg: A) => T,
  arg: A,
): Promise<Awaited<T>> {
  for (let attempt = 1; ; attempt++) {
    try {
      // Playwright types arguments as it unwraps them.
      return (await app.evaluate(run as never, arg as never)) as Awaited<T>
    } catch (error) {
      if (attempt === 5 || !String(error).includes('garbage collected')) throw error
    }
  }
}
