import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from './programs.ts'

const reportSchema = z.object({
  shown: z.number(),
  answered: z.number().optional(),
  done: z.number().optional(),
  changed: z.number().optional(),
  told: z.unknown(),
  memory: z.object({ main: z.number(), page: z.number() }),
})

/** A start of a desktop program. */
export interface Start {
  /** From the start of the process until the expected content is painted, in milliseconds. */
  ms: number
  /** Until a click is noticed, and until it has been carried out, if both were asked for. */
  answered?: number
  done?: number
  /** The number of pixels that changed when the page's own code began to draw, if that was asked for. */
  changed?: number
  /** What the page said in the end. */
  told: unknown
  /** The memory usage of its processes at the end, in megabytes. */
  memory: { main: number; page: number }
}

/** Something that is done with mouse or keyboard, so many milliseconds after the first paint. */
export type Act = { after: number; click: string } | { after: number; key: string }

export interface StartOrder {
  /** The Electron executable. */
  program: string
  /** Its flags, the program to run, and the program's arguments. */
  args: string[]
  environment: Record<string, string>
  /** A selector for an element that exists once the program shows what it is to show. */
  shown: string
  acts?: readonly Act[]
  /** A selector for what is there once a click has been noticed. */
  answered?: string
  /** A selector for what is there in the end. */
  done?: string
  /** Whether the first frame is compared with what is drawn in its place. */
  compares?: boolean
  /** An expression that the page answers in the end, which may be a promise. */
  tells?: string
  /** How long the program goes on then, in milliseconds. */
  stays?: number
}

/** Timeout for a start. */
const TIMEOUT_MS = 120_000

/** Starts a program, waits until it has shown and done what is expected, and ends it. */
export function startDesktop({ program, args, environment, ...order }: StartOrder): Promise<Start> {
  return new Promise((resolve, reject) => {
    // The moments of other processes are compared with it.
    const begin = performance.timeOrigin + performance.now()
    let written = ''
    let said = ''
    const child = spawn(program, ['-r', join(import.meta.dirname, 'act-at-paint.cjs'), ...args], {
      cwd: root,
      env: { ...environment, ACT_AT_PAINT: JSON.stringify(order) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS)
    child.stdout.on('data', (data: Buffer) => (written += data.toString()))
    child.stderr.on('data', (data: Buffer) => (said += data.toString()))
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(timer)
      const [, json] = /^acted (.*)$/m.exec(written) ?? []
      if (json === undefined) {
        return reject(new Error(`Never shown or done: ${JSON.stringify(order)}\n${said.slice(-2000)}`))
      }
      const { shown, answered, done, memory, ...report } = reportSchema.parse(JSON.parse(json))
      resolve({
        ...report,
        ms: shown - begin,
        ...(answered !== undefined && { answered: answered - begin }),
        ...(done !== undefined && { done: done - begin }),
        memory: { main: memory.main / 1024, page: memory.page / 1024 },
      })
    })
  })
}
