import { spawn } from 'node:child_process'
import type { TestProject } from 'vitest/node'
import { hasProgram } from './programs.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The display of each worker's own screen; none where there is one screen for all, or none at all. */
    screens: string[]
  }
}

/** Whether screens are made in memory, as many as are needed. Otherwise all windows share the existing one. */
export const makesScreens = process.platform === 'linux' && !process.env['DISPLAY'] && hasProgram('Xvfb')

/**
 * Provides a screen for the windows: the existing one, or one in memory. Sets `DISPLAY`.
 *
 * @returns a function that closes the screen again
 */
export async function openScreen(): Promise<() => void> {
  if (!makesScreens) return () => {}
  const { display, close } = await startScreen()
  process.env['DISPLAY'] = display
  return () => {
    delete process.env['DISPLAY']
    close()
  }
}

/**
 * Open a screen for each worker of a project, so that windows which are open at the same time do not take the focus and
 * the clipboard from each other. test/support/take-screen.ts runs in the worker and takes one.
 *
 * @returns a function that closes the screens again
 */
export async function openScreens(project: TestProject): Promise<() => void> {
  const count = makesScreens ? project.config.maxWorkers : 0
  const screens = await Promise.all(Array.from({ length: count }, startScreen))
  project.provide(
    'screens',
    screens.map(({ display }) => display),
  )
  return () => {
    for (const { close } of screens) close()
  }
}

async function startScreen(): Promise<{ display: string; close: () => void }> {
  // Without -noreset, the screen is reset whenever its last window is closed, and rejects connections meanwhile.
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-ac', '-noreset'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  )
  // Also where the run is interrupted.
  process.once('exit', () => void server.kill())
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', () => reject(new Error('Xvfb ended before it showed a screen.')))
    server.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString().trim()))
  })
  return { display: `:${number}`, close: () => void server.kill() }
}
