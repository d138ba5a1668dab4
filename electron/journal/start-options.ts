import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Engine } from './engine.ts'

/** What the window and the browser shell can be told when they are started. */
export interface StartOptions {
  /** The library's folder, absolute; `undefined`: as the settings say. */
  library: string | undefined
  /** Whether an empty library gets the sample trips. */
  sample: boolean
  /** The port of the browser shell; 0: any free one. */
  port: number
  /** Whether the browser shell opens a browser, and does not only say its address. */
  open: boolean
}

/**
 * Reads `--library DIR`, `--sample`, `--port N` and `--no-open`, and `LANYARD_LIBRARY` where no flag names a library.
 * What it does not know it leaves alone, for Chromium and Electron have flags of their own.
 *
 * @param own Lanyard's own folder, in which the sample library lies unless another is named
 */
export function readStartOptions(args: string[], env: NodeJS.ProcessEnv, own: string): StartOptions {
  const { values } = parseArgs({
    args,
    options: {
      library: { type: 'string' },
      sample: { type: 'boolean' },
      port: { type: 'string' },
      'no-open': { type: 'boolean' },
    },
    strict: false,
    allowPositionals: true,
  })
  const sample = values['sample'] === true
  const named = [values['library'], env['LANYARD_LIBRARY']].find((name) => typeof name === 'string' && name !== '')
  const port = Number(values['port'] ?? 0)
  return {
    library: typeof named === 'string' ? resolve(named) : sample ? join(own, 'Sample library') : undefined,
    sample,
    port: Number.isInteger(port) && port >= 0 && port < 65_536 ? port : 0,
    open: values['no-open'] !== true,
  }
}

/** Puts the sample trips into a library that has none. */
export async function fillWithSample(engine: Engine): Promise<void> {
  const list = await engine.handlers['library.list']({})
  if (list.ok && list.value.trips.length + list.value.unreadable.length === 0)
    await engine.handlers['trips.addSample']({})
}
