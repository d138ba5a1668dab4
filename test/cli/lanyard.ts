import { spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { inject, vi } from 'vitest'
import { root } from '../support/programs.ts'

/** Where Node caches compiled code, so that hundreds of runs do not compile it again. */
const compiled = join(root, 'node_modules', '.cache', 'lanyard-tests', 'compiled')

/** The outcome of one run of the command line. */
export interface Run {
  code: number | null
  stdout: string
  stderr: string
}

type Lanyard<Text = string> = (args: string[], input?: Text, variables?: Record<string, string>) => Promise<Run>

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
  lanyard: Lanyard<string | Uint8Array | null>
  /** Runs a command in this process: starting another takes several times as long as most commands. */
  runHere: Lanyard
  /** Runs a command in this process with `--json`, and returns the value that it prints. */
  json: (args: string[], input?: string) => Promise<unknown>
}

/** Creates an empty folder, and the command line to work in it. */
export async function makePlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-cli-'))
  const library = join(folder, 'library')
  const own = { HOME: folder, XDG_CONFIG_HOME: join(folder, 'config'), LANYARD_LIBRARY: library }
  const env = { ...process.env, ...own, NODE_COMPILE_CACHE: compiled }
  const runHere: Place['runHere'] = async (args, input = '', variables = {}) => {
    const run = lastRun.then(() => runInThisProcess(args, { input, folder, variables: { ...own, ...variables } }))
    lastRun = run.catch(() => {})
    return await run
  }
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
    runHere,
    async json(args, input) {
      const run = await runHere([...args, '--json'], input)
      if (run.code !== 0) throw new Error(`lanyard ${args.join(' ')} ended with ${run.code}: ${run.stderr}`)
      return JSON.parse(run.stdout)
    },
  }
}

/** Ends with the last run in this process, which has one working directory and one output. */
let lastRun: Promise<unknown> = Promise.resolve()

interface Surroundings {
  input: string
  /** The working directory. */
  folder: string
  variables: Record<string, string>
}

/** Runs a command with the input, the working directory and the variables that a process of its own would have. */
async function runInThisProcess(args: string[], { input, folder, variables }: Surroundings): Promise<Run> {
  const { run } = (await import(inject('commandRun'))) as { run: (args: string[]) => Promise<number> }
  const { stdin, stdout, stderr } = process
  const before = process.cwd()
  const [out, error] = [collectText(), collectText()]
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  useStreams({
    stdin: Readable.from(input === '' ? [] : [Buffer.from(input)]),
    stdout: out.stream,
    stderr: error.stream,
  })
  process.chdir(folder)
  try {
    return { code: await run(args), stdout: out.text(), stderr: error.text() }
  } finally {
    process.chdir(before)
    useStreams({ stdin, stdout, stderr })
    vi.unstubAllEnvs()
  }
}

function useStreams(streams: { stdin: Readable; stdout: Writable; stderr: Writable }): void {
  for (const [name, value] of Object.entries(streams))
    Object.defineProperty(process, name, { value, configurable: true })
}

function collectText(): { stream: Writable; text: () => string } {
  let text = ''
  const write = (chunk: Buffer, _: unknown, onDone: () => void) => {
    text += chunk.toString()
    onDone()
  }
  return { stream: new Writable({ write }), text: () => text }
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
