import { spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { root } from '../support/programs.ts'

/** Where Node caches compiled code, so that hundreds of runs do not compile it again. */
const compiled = join(root, 'node_modules', '.cache', 'lanyard-tests', 'compiled')

/** The outcome of one run of the command line. */
export interface Run {
  code: number | null
  stdout: string
  stderr: string
}

export interface Place {
  /** A fresh folder for everything that the test writes. */
  folder: string
  library: string
  /**
   * Runs the real command line as a separate process, with a temporary home and library.
   *
   * @param input piped into it; `null` for a pipe that stays open and silent
   * @param variables additional environment variables
   */
  lanyard: (args: string[], input?: string | Uint8Array | null, variables?: Record<string, string>) => Promise<Run>
  /** Runs it with `--json`, and returns the value that it prints. */
  json: (args: string[], input?: string) => Promise<unknown>
}

/** Creates an empty folder, and the command line to work in it. */
export async function makePlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-cli-'))
  const library = join(folder, 'library')
  const own = { HOME: folder, XDG_CONFIG_HOME: join(folder, 'config'), LANYARD_LIBRARY: library }
  const env = { ...process.env, ...own, NODE_COMPILE_CACHE: compiled }
  const lanyard: Place['lanyard'] = (args, input = '', variables = {}) =>
    new Promise((fulfil, reject) => {
      const child = spawn(process.execPath, [inject('commandLine'), ...args], {
        env: { ...env, ...variables },
        cwd: folder,
      })
      let [stdout, stderr] = ['', '']
      child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
      // A process that does not read its input may end before all of it has been sent.
      child.stdin.on('error', () => {})
      if (input !== null) child.stdin.end(input)
      child.on('error', reject)
      child.on('close', (code) => fulfil({ code, stdout, stderr }))
    })
  return {
    folder,
    library,
    lanyard,
    async json(args, input) {
      const run = await lanyard([...args, '--json'], input)
      if (run.code !== 0) throw new Error(`lanyard ${args.join(' ')} ended with ${run.code}: ${run.stderr}`)
      return JSON.parse(run.stdout)
    },
  }
}

/** The options of `lanyard new` for a trip in Darmstadt. */
export const darmstadt = flags({
  title: 'PyCon DE 2026',
  'first-day': '2026-04-14',
  'last-day': '2026-04-16',
  'time-zone': 'Europe/Berlin',
})

/** Options in the form of arguments: `{ tag: ['a', 'b'], own: true }` becomes `--tag a --tag b --own`. */
export function flags(values: Record<string, string | string[] | true>): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (value === true) return [`--${name}`]
    return [value].flat().flatMap((one) => [`--${name}`, one])
  })
}
