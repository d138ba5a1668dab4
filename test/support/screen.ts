import { spawn } from 'node:child_process'
import { hasProgram } from './programs.ts'

/**
 * Provides a screen for the windows: the existing one, or one in memory. Sets `DISPLAY`.
 *
 * @returns a function that closes the screen again
 */
export async function openScreen(): Promise<() => void> {
  if (process.platform !== 'linux' || process.env['DISPLAY'] || !hasProgram('Xvfb')) return () => {}
  // Without -noreset, the screen is reset whenever its last window is closed, and rejects connections meanwhile.
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-ac', '-noreset'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  )
  const display = await new Promise<string>((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', () => reject(new Error('Xvfb ended before it showed a screen.')))
    server.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString().trim()))
  })
  process.env['DISPLAY'] = `:${display}`
  return () => {
    delete process.env['DISPLAY']
    server.kill()
  }
}
