import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod'
import { answerPageRequest, answerPhotoRequest } from '../../electron/main/answer-requests.ts'
import { startWebServer } from '../../electron/web/server.ts'
import { type Random, seeded } from '../torture/random.ts'
import { CANARY, type Canaries, plantCanaries } from './canaries.ts'
import { inventHost, inventPath } from './corpora/addresses.ts'
import { inDeepFolder } from './deep-folder.ts'
import { type LinkedLibrary, makeLinkedLibrary } from './linked-library.ts'
import { type AttackOrder, type AttackRow, count, emptyRow, inTime, partsOf } from './row.ts'

/** Something that answers addresses. */
interface Server {
  name: string
  /** Makes an address that it should not answer. */
  invent: (random: Random) => string
  /** The bytes of the answer, or `null`. */
  ask: (address: string) => Promise<Uint8Array | null>
}

interface Ground {
  library: LinkedLibrary
  /** The folder of the page. */
  page: string
  /** Files beside the page. */
  canaries: Canaries
}

/** Where the private files are, from the folder that a naive server would serve, or from one above it. */
const targets = [
  ['secret.js'],
  ['page-private', 'index.js'],
  ['private', 'secret.png'],
  ['private', 'trip.json'],
  ['secret.png'],
]

/**
 * Asks everything that answers addresses for what is outside: the protocols of the window, for files of the page and for
 * pictures, and the server of the browser shell. No byte of a private file comes back, and none is read.
 */
export async function attackAddresses(order: AttackOrder): Promise<AttackRow[]> {
  return await inDeepFolder((documents) => askEverywhere(documents, order))
}

async function askEverywhere(documents: string, order: AttackOrder): Promise<AttackRow[]> {
  const { count: addresses, seed, control } = order
  const ground = await prepare(documents)
  const web = control ? await startLooseServer(ground.page) : await startWeb(ground)
  const servers = control ? looseServers(ground, web) : [...windowProtocols(ground), ...webServers(ground, web)]
  const rows: AttackRow[] = []
  for (const server of servers) {
    const row = emptyRow(`addresses: ${server.name}`)
    const random = seeded(seed)
    for (const index of inTime(partsOf(addresses, 1), order)) {
      const address = server.invent(random)
      const problems = await tryAddress(server, address, ground)
      const repeat = `${JSON.stringify(address)}, number ${index} of --addresses ${addresses} --seed ${seed}`
      count(row, problems.length === 0 ? null : `${problems.join('; ')} (${repeat})`)
    }
    rows.push(row)
  }
  await web.close()
  await ground.library.engine.close()
  return rows
}

async function prepare(documents: string): Promise<Ground> {
  const page = join(documents, 'page')
  await mkdir(join(page, 'assets'), { recursive: true })
  await writeFile(join(page, 'index.html'), '<!doctype html><html lang="en"><head><title>Lanyard</title></head></html>')
  await writeFile(join(page, 'assets', 'index-1.js'), 'export {}')
  const secret = `// ${CANARY}`
  const canaries = await plantCanaries(
    new Map([
      [join(documents, 'secret.js'), secret],
      [join(documents, 'page-private', 'index.js'), secret],
      [join(page, '.env.json'), secret],
      [join(page, 'assets', '.hidden.js'), secret],
      [join(page, 'assets', 'inner', 'deep.js'), secret],
    ]),
    [],
  )
  return { library: await makeLinkedLibrary(documents), page, canaries }
}

async function tryAddress(server: Server, address: string, { library, canaries }: Ground): Promise<string[]> {
  const problems: string[] = []
  const body = await server.ask(address).catch((error: unknown) => void problems.push(`threw ${String(error)}`))
  if (body instanceof Uint8Array && Buffer.from(body).includes(CANARY)) problems.push('answered with a private file')
  problems.push(...(await library.canaries.harm()), ...(await canaries.harm()))
  return problems
}

function windowProtocols({ library, page }: Ground): Server[] {
  return [
    {
      name: 'app:',
      invent: (random) => `app://${inventHost('lanyard', random)}${inventPath(targets, random)}`,
      ask: (address) => overFetch(address, (request) => answerPageRequest(request, page, async () => null)),
    },
    {
      name: 'trip:',
      invent: (random) => `trip://${inventPhoto(library, random)}`,
      ask: (address) =>
        overFetch(address, (request) => answerPhotoRequest(request, async () => library.engine.context.library)),
    },
  ]
}

/** The host and path of a picture: of one that is behind a link, or of none. */
export function inventPhoto({ trips, known }: Pick<LinkedLibrary, 'trips' | 'known'>, random: Random): string {
  const trip = random.pick(trips)
  const photo = random.pick(trip.photos).id
  if (random.chance(0.1)) return `${trip.id}/${photo}`
  const host = random.chance(0.6)
    ? trip.id
    : random.pick(['..', '.history', '.', trip.title, trip.id.toUpperCase(), ''])
  return `${host}${random.chance(0.3) ? `/${photo}` : ''}${inventPath(targets, random)}${random.chance(0.2) ? random.pick(known.paths) : ''}`
}

/** As Chromium does: an address that it cannot read never reaches the handler, and `\` is read as `/` by half of them. */
async function overFetch(address: string, answer: (request: Request) => Promise<Response>): Promise<Uint8Array | null> {
  const bodies: Uint8Array[] = []
  for (const written of [address, address.replaceAll('\\', '/')]) {
    let request: Request
    try {
      request = new Request(written)
    } catch {
      continue
    }
    bodies.push(new Uint8Array(await (await answer(request)).arrayBuffer()))
  }
  return bodies.length === 0 ? null : new Uint8Array(Buffer.concat(bodies))
}

interface RunningServer {
  port: number
  /** What opens the pictures; empty without them. */
  pictures: string
  close: () => Promise<void>
}

const keysSchema = z.object({ value: z.object({ token: z.string(), pictures: z.string() }) })

async function startWeb({ library, page }: Ground): Promise<RunningServer> {
  const server = await startWebServer({ engine: library.engine, page, port: 0, onError: () => {} })
  const { port } = server
  const entered = await fetch(`http://127.0.0.1:${port}/enter`, {
    method: 'POST',
    headers: { origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json' },
    body: JSON.stringify(new URL(server.invite(() => {})).hash.slice(1)),
  })
  return { port, pictures: keysSchema.parse(await entered.json()).value.pictures, close: () => server.close() }
}

function webServers({ library }: Ground, { port, pictures }: RunningServer): Server[] {
  const ask = (path: string) => overSocket(port, path)
  return [
    { name: 'browser, page', invent: (random) => inventPath(targets, random), ask },
    { name: 'browser, pictures', invent: (random) => `/photo/${pictures}/${inventPhoto(library, random)}`, ask },
  ]
}

/** Sends a request as no browser would: the path goes out as it is. */
function overSocket(port: number, path: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`)
    })
    socket.on('data', (chunk: Buffer) => void chunks.push(chunk))
    socket.on('error', reject)
    socket.on('close', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    socket.setTimeout(5000, () => socket.destroy(new Error('no answer in 5 s')))
  })
}

/** Reads the file at a path as one should not: decoded, and joined to the folder without a look at where it leads. */
async function readLoosely(folder: string, path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(join(folder, decodeURIComponent(path)))
  } catch {
    return null
  }
}

function looseServers({ library, page }: Ground, { port }: RunningServer): Server[] {
  const loosely = (address: string) =>
    overFetch(
      address,
      async (request) => new Response(new Uint8Array((await readLoosely(page, new URL(request.url).pathname)) ?? [])),
    )
  return [
    {
      name: 'a protocol that decodes and joins paths',
      invent: (random) => `app://${inventHost('lanyard', random)}${inventPath(targets, random)}`,
      ask: loosely,
    },
    {
      name: 'a protocol that finds pictures by path',
      invent: (random) => `trip://${inventPhoto(library, random)}`,
      ask: loosely,
    },
    {
      name: 'a server that decodes and joins paths',
      invent: (random) => inventPath(targets, random),
      ask: (path) => overSocket(port, path),
    },
  ]
}

async function startLooseServer(page: string): Promise<RunningServer> {
  const server = createServer((request, response) => {
    void readLoosely(page, request.url ?? '').then((data) => response.end(data ?? ''))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { port, pictures: '', close: () => new Promise((resolve) => server.close(() => resolve())) }
}
