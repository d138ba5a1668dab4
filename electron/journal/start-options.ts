import { isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ARCHIVE_ENDING } from '../shared/archive-ending.ts'
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

const options = {
  library: { type: 'string' },
  sample: { type: 'boolean' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
} as const

/**
 * Reads `--library DIR`, `--sample`, `--port N` and `--no-open`, and `LANYARD_LIBRARY` where no flag names a library.
 * What it does not know it leaves alone, for Chromium and Electron have flags of their own.
 *
 * @param own Lanyard's own folder, in which the sample library lies unless another is named
 */
export function readStartOptions(args: string[], env: NodeJS.ProcessEnv, own: string): StartOptions {
  const { values } = parseArgs({ args, options, strict: false, allowPositionals: true })
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

/**
 * The exported trips that are named among the arguments, absolute: by a path, or, as some file managers do it, by a
 * `file:` address.
 *
 * @param folder the one in which the arguments were typed
 */
export function filesNamed(args: string[], folder: string): string[] {
  // What follows `--library` is a folder, whatever its name is.
  const { positionals } = parseArgs({ args, options, strict: false, allowPositionals: true })
  return positionals.map((name) => pathOf(name, folder)).filter(isTripFile)
}

/** Whether a path can be that of an exported trip. */
export function isTripFile(path: string): boolean {
  return isAbsolute(path) && path.toLowerCase().endsWith(ARCHIVE_ENDING) && !path.includes('\0')
}

function pathOf(name: string, folder: string): string {
  if (!name.startsWith('file:')) return resolve(folder, name)
  try {
    return fileURLToPath(name)
  } catch {
    return ''
  }
}

/** Puts the sample trips into a library that has none. */
export async function fillWithSample(engine: Engine): Promise<void> {
  const list = await engine.handlers['library.list']({})
  if (list.ok && list.value.trips.length + list.value.unreadable.length === 0)
    await engine.handlers['trips.addSample']({})
}
