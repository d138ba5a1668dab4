import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page, Request } from 'playwright-core'
import { readConnections } from './network-log.ts'
import { writeScript } from './programs.ts'

/*
 * Lanyard sends nothing. Every program that an end-to-end test starts is watched, and the suite fails at its end with a
 * list of everything that was asked of a network. Two things are watched: the requests of the page and, with strace on
 * Linux, every connection that any process of the program opens. Only the second shows what bypasses the page, such as
 * Chromium's own services and the lookup of names.
 */

/** Environment variable with the folder for everything that is seen, set while the suite runs. */
const FOLDER = 'LANYARD_NETWORK_WATCH'

/** Environment variable with the file for the connections of one program; its process id is appended. */
const LOG = 'LANYARD_NETWORK_LOG'

/** The program stops only at the traced calls, and keeps its process id, so that it can be killed as usual. */
const trace = ['strace', '-DDD', '-f', '--seccomp-bpf', '-qq', '-s', '0', '-e', 'trace=connect,sendto', '-o']

const canTrace =
  process.platform === 'linux' && spawnSync('strace', [...trace.slice(1), '/dev/null', 'true']).status === 0

/** Whether sockets are watched on this machine, or only requests of the page. */
export const watchesSockets = canTrace

/**
 * Start the watch over a suite.
 *
 * @returns a function that ends it, and throws with a list if anything was seen
 */
export function openNetworkWatch(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'lanyard-network-'))
  process.env[FOLDER] = folder
  if (!canTrace)
    process.stdout.write('The network watch sees only requests on this machine, not sockets: there is no strace.\n')
  return () => {
    delete process.env[FOLDER]
    const seen = readWatch(folder)
    rmSync(folder, { recursive: true, force: true })
    if (seen.length === 0) return
    // Vitest prints an error after the last test, but does not count it as a failure.
    process.exitCode = 1
    throw new Error(`Something was asked of the network:\n${seen.join('\n')}`)
  }
}

/** Read what a watch has seen so far, one line for each event. */
export function readWatch(folder: string): string[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      if (name.endsWith('.requests')) return text.split('\n').filter((line) => line !== '')
      const label = readLabel(join(folder, `${name.split('.')[0]}.label`))
      return name.includes('.sockets') ? readConnections(text).map(({ to, call }) => `${label}: ${call} ${to}`) : []
    })
}

const readLabel = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : 'a program')

export interface Watch {
  /** Starts the program under watch, as the same process and with the same arguments. */
  program: string
  environment: Record<string, string>
  /** Watch the requests of the page too. @param isOwn whether an address belongs to the program */
  watchPage: (page: Page, isOwn: (url: string) => boolean) => void
}

let starts = 0

export interface WatchOptions {
  /** For a watch of the test's own; by default it is that of the suite. */
  folder?: string | undefined
  /** Whether to watch sockets too, if this machine can. */
  sockets?: boolean
}

/** Watch a program that is about to start. Does nothing without a watch, as outside the suite. */
export function watchNetwork(program: string, { folder = process.env[FOLDER], sockets = true }: WatchOptions): Watch {
  if (folder === undefined) return { program, environment: {}, watchPage: () => {} }
  const label = /test\/[\w/-]+\.test\.ts:\d+/.exec(new Error().stack ?? '')?.[0] ?? 'a test'
  const name = `${process.pid}-${++starts}`
  writeFileSync(join(folder, `${name}.label`), label)
  return {
    program: canTrace && sockets ? tracing(program) : program,
    environment: canTrace && sockets ? { [LOG]: join(folder, `${name}.sockets`) } : {},
    watchPage: (page, isOwn) => {
      const asked: string[] = []
      const write = () =>
        writeFileSync(
          join(folder, `${name}.requests`),
          asked.map((url) => `${label}: request ${url.slice(0, 200)}\n`).join(''),
        )
      const note = (url: string) => {
        if (isOwn(url)) return
        asked.push(url)
        write()
      }
      page.context().on('request', (request) => note(request.url()))
      page.on('websocket', (socket) => note(socket.url()))
      page.context().on('requestfailed', (request) => {
        const index = asked.indexOf(request.url())
        if (index === -1 || !isUnsent(request)) return
        asked.splice(index, 1)
        write()
      })
    },
  }
}

/**
 * Whether a request failed before it left: our policy or filter stopped it, or Chromium did, because it leads to another
 * origin or to a file.
 */
export const isUnsent = (request: Request): boolean =>
  /^(?:csp|origin|other|net::ERR_BLOCKED_BY_(?:CSP|CLIENT))$/.test(request.failure()?.errorText ?? '')

/** Write a script that starts a program under watch. */
function tracing(program: string): string {
  const name = `watched-${program.replaceAll(/[^\w]+/g, '-')}`
  return writeScript(name, `${trace.join(' ')} "$${LOG}.$$" '${program}'`)
}
