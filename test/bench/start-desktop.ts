import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** A start of a desktop program. */
export interface Start {
  /** From the start of the process until the expected content is painted, in milliseconds. */
  ms: number
  /** The memory usage of its processes at that moment, in megabytes. */
  memory: { main: number; page: number }
}

export interface StartOrder {
  /** The Electron executable. */
  program: string
  /** Its flags, the program to run, and the program's arguments. */
  args: string[]
  /** A folder for its own files. */
  home: string
  /** A selector for an element that exists once the program is usable. */
  usable: string
}

/** Timeout for a start. */
const TIMEOUT_MS = 120_000

/** Starts a program, waits until it is usable, and ends it. */
export function startDesktop({ program, args, home, usable }: StartOrder): Promise<Start> {
  return new Promise((resolve, reject) => {
    const begin = performance.now()
    let start: Start | null = null
    let said = ''
    const child = spawn(program, ['-r', join(import.meta.dirname, 'report-usable.cjs'), ...args], {
      env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, BENCH_USABLE: usable },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS)
    child.stdout.on('data', (data: Buffer) => {
      const [, main, page] = /usable (\d+) (\d+)/.exec(data.toString()) ?? []
      start ??=
        main === undefined
          ? null
          : { ms: performance.now() - begin, memory: { main: Number(main) / 1024, page: Number(page) / 1024 } }
    })
    child.stderr.on('data', (data: Buffer) => (said += data.toString()))
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(timer)
      if (start === null) reject(new Error(`The window was never usable.\n${said}`))
      else resolve(start)
    })
  })
}
