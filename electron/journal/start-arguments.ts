import { isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ARCHIVE_ENDING } from '../shared/archive-ending.ts'

/*
 * What the arguments of a start say. Nothing of this needs a schema, because the window waits for it.
 */

/** Arguments for starting the window or the browser shell. */
export interface StartArguments {
  /** The library's folder, absolute; `undefined` to use the settings. */
  library: string | undefined
  /** Whether an empty library gets the sample trips. */
  sample: boolean
  /** The port of the browser shell; 0 for any free one. */
  port: number
  /** Whether the browser shell opens a browser, rather than only printing its address. */
  open: boolean
  /** The moment that the clock at the venue is to show, as it was typed; `undefined` for the present. */
  now: string | undefined
}

const options = {
  library: { type: 'string' },
  sample: { type: 'boolean' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  now: { type: 'string' },
} as const

/**
 * Reads `--library DIR`, `--sample`, `--port N`, `--no-open` and `--now INSTANT`, or `LANYARD_LIBRARY` if no flag names a library.
 * Unknown flags are ignored, because Chromium and Electron have flags of their own.
 *
 * @param own Lanyard's own folder, which contains the sample library unless another one is named
 */
export function readStartArguments(args: string[], env: NodeJS.ProcessEnv, own: string): StartArguments {
  const { values } = parseArgs({ args, options, strict: false, allowPositionals: true })
  const sample = values['sample'] === true
  const named = [values['library'], env['LANYARD_LIBRARY']].find((name) => typeof name === 'string' && name !== '')
  const port = Number(values['port'] ?? 0)
  return {
    library: typeof named === 'string' ? resolve(named) : sample ? join(own, 'Sample library') : undefined,
    sample,
    port: Number.isInteger(port) && port >= 0 && port < 65_536 ? port : 0,
    open: values['no-open'] !== true,
    now: typeof values['now'] === 'string' ? values['now'] : undefined,
  }
}

/**
 * The exported trips among the arguments, as absolute paths. They can be given by path or, as some file managers do, by
 * a `file:` address.
 *
 * @param folder the one in which the arguments were typed
 */
export function filesNamed(args: string[], folder: string): string[] {
  // The argument after `--library` is a folder, whatever its name.
  const { positionals } = parseArgs({ args, options, strict: false, allowPositionals: true })
  return positionals.map((name) => pathOf(name, folder)).filter(isTripFile)
}

/** Whether a path looks like that of an exported trip. */
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
