import { dirname, join } from 'node:path'
import type Electron from 'electron'
import { desktopShell } from '../support/desktop.ts'
import { giveToOwner } from '../support/home.ts'
import { inMain } from '../support/in-main.ts'
import { root } from '../support/programs.ts'
import { type Random, seeded } from '../torture/random.ts'
import { inventPhoto } from './addresses.ts'
import { CANARY } from './canaries.ts'
import { inventHost, inventPath } from './corpora/addresses.ts'
import { withDesktop } from './desktop.ts'
import { type LinkedLibrary, makeLinkedLibrary } from './linked-library.ts'
import { type AttackOrder, type AttackRow, count, emptyRow, inTime, partsOf, skippedRow } from './row.ts'

/** Number of addresses that are asked for at once. */
const AT_ONCE = 250

/** Files of the program and of the system, from the page's folder or from one above it, and words that are in them. */
const outside = [
  { way: ['main', 'index.js'], words: './chunks/log-events-' },
  { way: ['package.json'], words: '"name": "lanyard"' },
  { way: ['etc', 'passwd'], words: 'root:x:0:0' },
  { way: ['private', 'secret.png'], words: CANARY },
]

/**
 * Asks the real program for addresses that lead elsewhere, as Chromium reads them, for files of the page and for pictures
 * of a library with links that lead out. No byte from outside comes back, and no private file is read. The hole is a
 * protocol that decodes and joins paths, in a session of the test's own.
 */
export async function attackWindowAddresses(order: AttackOrder): Promise<AttackRow[]> {
  const { count: addresses, seed, control } = order
  if (desktopShell.missing !== null) return [skippedRow('addresses in Chromium', desktopShell.missing)]
  const library: { made: LinkedLibrary | null } = { made: null }
  return await withDesktop(
    {
      prepare: async (home) => {
        library.made = await makeLinkedLibrary(dirname(home.library))
        await library.made.engine.close()
        await giveToOwner(home)
        await library.made.canaries.harm()
      },
    },
    async ({ lanyard: { app } }) => {
      const { made } = library
      if (made === null) throw new Error('There is no library.')
      const rows: AttackRow[] = []
      const loose = { app: join(root, 'out', 'renderer'), trip: join(dirname(made.secrets), 'Lanyard') }
      for (const scheme of ['app', 'trip'] as const) {
        const row = emptyRow(`addresses in Chromium: ${control ? 'a loose ' : ''}${scheme}:`)
        const random = seeded(seed)
        for (const start of inTime(partsOf(addresses, AT_ONCE), order)) {
          const length = Math.min(AT_ONCE, addresses - start)
          const asked = Array.from({ length }, () => invent(scheme, made, random))
          const folder = control ? loose[scheme] : null
          const found = await inMain(app, askAll, { asked, folder, words: outside.map(({ words }) => words) })
          const harm = (await made.canaries.harm()).map((what) => `one of the next ${length}: ${what}`)
          for (const [index, problem] of found.entries()) {
            const problems = [...(problem === null ? [] : [problem]), ...(index === 0 ? harm : [])]
            count(row, problems.length === 0 ? null : `${problems.join('; ')} (${asked[index]}, seed ${seed})`)
          }
        }
        rows.push(row)
      }
      return rows
    },
  )
}

function invent(scheme: 'app' | 'trip', library: LinkedLibrary, random: Random): string {
  if (scheme === 'trip') return `trip://${inventPhoto(library, random)}`
  const ways = outside.map(({ way }) => way)
  return `app://${inventHost('lanyard', random)}${inventPath(ways, random)}`
}

interface Asking {
  asked: string[]
  /** The folder that the hole serves; `null` without it. */
  folder: string | null
  words: string[]
}

/** Runs in the main process. Resolves with what was wrong with each answer, or `null`. */
async function askAll({ session }: typeof Electron, { asked, folder, words }: Asking): Promise<(string | null)[]> {
  const asking = folder === null ? session.defaultSession : session.fromPartition(`loose-${Math.random()}`)
  if (folder !== null) {
    const { readFileSync } = process.getBuiltinModule('node:fs')
    const serve = (request: Request) => {
      try {
        return new Response(
          new Uint8Array(readFileSync(`${folder}/${decodeURIComponent(new URL(request.url).pathname)}`)),
        )
      } catch {
        return new Response(null, { status: 404 })
      }
    }
    for (const scheme of ['app', 'trip']) asking.protocol.handle(scheme, serve)
  }
  return await Promise.all(
    asked.map(async (address) => {
      try {
        const answer = await asking.fetch(address)
        const body = Buffer.from(await answer.arrayBuffer()).toString('latin1')
        const word = words.find((part) => body.includes(part))
        return word === undefined ? null : `answered with ${word}`
      } catch {
        // Chromium does not even ask for it.
        return null
      }
    }),
  )
}
