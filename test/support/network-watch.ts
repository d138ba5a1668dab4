import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { readConnections } from './network-log.ts'
import { root } from './programs.ts'

/*
 * Lanyard sends nothing: every program that an end-to-end test starts is watched, and the suite fails at its end with
 * the list of what was asked of a network, if anything was. Two things are watched: what the page requests, and, with
 * strace on Linux, every connection that any process of the program opens. The second sees what no filter of requests
 * sees, as are Chromium's own services and the looking up of names.
 */

/** Names the folder in which all that is seen is gathered; set for as long as the suite runs. */
const FOLDER = 'LANYARD_NETWORK_WATCH'

/** Names the file that one program's connections are written to, its process number after it. */
const LOG = 'LANYARD_NETWORK_LOG'

/** Traced calls alone stop the program, and it keeps its process number, so that it can be killed as ever. */
const trace = ['strace', '-DDD', '-f', '--seccomp-bpf', '-qq', '-s', '0', '-e', 'trace=connect,sendto', '-o']

const canTrace =
  process.platform === 'linux' && spawnSync('strace', [...trace.slice(1), '/dev/null', 'true']).status === 0

/** Whether sockets are watched here, or requests of the page alone. */
export const watchesSockets = canTrace

/**
 * Begins the watch over a suite.
 *
 * @returns ends it, and throws with a list if there was anything
 */
export function openNetworkWatch(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'lanyard-network-'))
  process.env[FOLDER] = folder
  if (!canTrace) process.stdout.write('The network watch sees no sockets here, only requests: there is no strace.\n')
  return () => {
    delete process.env[FOLDER]
    const seen = readWatch(folder)
    rmSync(folder, { recursive: true, force: true })
    if (seen.length === 0) return
    // What is thrown after the last test is printed, and taken for no failure.
    process.exitCode = 1
    throw new Error(`Something was asked of the network:\n${seen.join('\n')}`)
  }
}

/** What was seen in a folder of a watch so far, in a line each. */
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
  /** What starts the program under watch: the same process in the end, with the same arguments. */
  program: string
  environment: Record<string, string>
  /** Watches the page's requests too. @param isOwn whether an address is one of the program's own */
  watchPage: (page: Page, isOwn: (url: string) => boolean) => void
}

let starts = 0

export interface WatchOptions {
  /** Where what is seen is gathered, where that is not the suite's own watch. */
  folder?: string | undefined
  /** Whether the sockets are watched too, where they can be. */
  sockets?: boolean
}

/** Watches a program that is about to be started. Where nothing watches, as outside of the suite, it does nothing. */
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
        if (index === -1 || !unsent.test(request.failure()?.errorText ?? '')) return
        asked.splice(index, 1)
        write()
      })
    },
  }
}

/** What becomes of a request that a policy or a filter of ours stops before anybody hears of it. */
const unsent = /^(?:csp|net::ERR_BLOCKED_BY_(?:CSP|CLIENT))$/

/** A program that starts another one under watch. */
function tracing(program: string): string {
  const folder = join(root, 'node_modules', '.cache', 'lanyard-tests')
  mkdirSync(folder, { recursive: true })
  const wrapper = join(folder, `watched-${program.replaceAll(/[^\w]+/g, '-')}`)
  writeFileSync(wrapper, `#!/bin/sh\nexec ${trace.join(' ')} "$${LOG}.$$" '${program}' "$@"\n`, { mode: 0o755 })
  return wrapper
}
