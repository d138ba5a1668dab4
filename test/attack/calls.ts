import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { dispatch } from '../../electron/journal/service/dispatch.ts'
import { type Channel, channels, type Handlers, isChannel } from '../../electron/shared/contract/index.ts'
import { ok, type Result } from '../../electron/shared/result.ts'
import { seeded } from '../torture/random.ts'
import { filesWithCanary, hasCanary } from './canaries.ts'
import { inDeepFolder } from './deep-folder.ts'
import { inventInput } from './invent-input.ts'
import { type LinkedLibrary, makeLinkedLibrary } from './linked-library.ts'
import { type AttackOrder, type AttackRow, count, emptyRow, inTime, measure, partsOf } from './row.ts'
import { type Cost, isTooSlow, watchBlocks } from './watch-blocks.ts'

/** After so many payloads there is a new library: they delete and damage what is in it. */
const PER_LIBRARY = 400

/** What a payload may take, in milliseconds. */
export interface CallLimits {
  /** For an answer that comes at once. */
  answer: number
  /** For the answer of a job. */
  job: number
  /** For a stretch in which the main thread can do nothing else. */
  block: number
  /** A call without an answer by then has none. */
  silence: number
}

const strict: CallLimits = { answer: 1000, job: 6000, block: 1000, silence: 30_000 }

const allChannels = Object.keys(channels).filter(isChannel)

/** A hole in one channel, and what it is. */
interface Hole {
  name: string
  channel: Channel
  /** @param secrets the folder with the private files */
  handler: (input: unknown, secrets: string) => Promise<Result<unknown>>
}

const named = z.object({ name: z.string() })

/** Handlers as nobody should write them. */
const holes: readonly Hole[] = [
  {
    name: 'a handler that reads the path it is given',
    channel: 'conflicts.compare',
    handler: async (input, secrets) => {
      const path = join(secrets, '..', 'Lanyard', 'trip', named.parse(input).name)
      return ok({ read: await readFile(path).catch(() => null) })
    },
  },
  {
    name: 'a handler that writes to the path it is given',
    channel: 'conflicts.merge',
    handler: async (input, secrets) => {
      const path = join(secrets, '..', 'Lanyard', 'trip', named.parse(input).name)
      await writeFile(path, 'written').catch(() => {})
      return ok({})
    },
  },
  {
    name: 'a handler that throws on a text that it does not expect',
    channel: 'conflicts.compare',
    handler: async (input) => ok({ parsed: decodeURIComponent(named.parse(input).name) }),
  },
  {
    name: 'a handler that copies keys into every object',
    channel: 'app.start',
    handler: async () => {
      Object.assign(Object.prototype, { polluted: true })
      return ok({})
    },
  },
  {
    name: 'a handler that never answers',
    channel: 'app.about',
    handler: () => new Promise(() => {}),
  },
]

/**
 * Calls all channels of the contract with payloads that are random, wrong in every way or nearly right, through the
 * dispatcher of the shells. Nothing beside the library is read or written, nothing throws, and nothing hangs.
 */
export async function attackCalls(order: AttackOrder, limits = strict): Promise<AttackRow[]> {
  if (!order.control) return [await callAtRandom(emptyRow('calls'), order, limits, null)]
  const rows: AttackRow[] = []
  const impatient = { ...limits, silence: 2000 }
  for (const hole of holes) {
    rows.push(await callAtRandom(emptyRow(`calls: ${hole.name}`), order, impatient, hole))
  }
  return rows
}

async function callAtRandom(
  row: AttackRow,
  order: AttackOrder,
  limits: CallLimits,
  hole: Hole | null,
): Promise<AttackRow> {
  const { count: payloads, seed } = order
  const lost: string[] = []
  const onLost = (reason: unknown) => void lost.push(`nobody handles: ${String(reason)}`)
  process.on('unhandledRejection', onLost)
  for (const start of inTime(partsOf(payloads, PER_LIBRARY), order)) {
    await inDeepFolder(async (documents) => {
      const library = await makeLinkedLibrary(documents)
      // The first use of a thread loads its code.
      if (start === 0) await warmUp(library)
      const handlers = hole === null ? library.engine.handlers : withHole(library, hole)
      const random = seeded(seed + start)
      for (let index = start; index < Math.min(start + PER_LIBRARY, payloads); index++) {
        const channel = hole === null ? random.pick(allChannels) : hole.channel
        const input = inventInput(channel, library.known, random)
        const repeat = `payload ${index} of --calls ${payloads} --seed ${seed}: ${channel} ${summarize(input)}`
        const seen = await callOnce(handlers, channel, input, library, limits)
        const problems = [...seen.problems, ...lost.splice(0)]
        count(row, problems.length === 0 ? null : `${problems.join('; ')} (${repeat})`)
        measure(row, seen.cost, repeat)
        // What never answers would be waited for at every further payload, and at the end.
        if (seen.isSilent) break
      }
      await closeLibrary(row, library, documents, limits)
    })
  }
  process.off('unhandledRejection', onLost)
  return row
}

function withHole({ engine, secrets }: LinkedLibrary, { channel, handler }: Hole): Handlers {
  return Object.assign({ ...engine.handlers }, { [channel]: (input: unknown) => handler(input, secrets) })
}

async function warmUp({ engine, trips }: LinkedLibrary): Promise<void> {
  for (const { id } of trips) await engine.handlers['report.compose']({ tripId: id })
  await engine.handlers['exports.run']({
    tripId: trips[0]?.id ?? '',
    jobId: crypto.randomUUID(),
    target: 'html',
    replace: true,
  })
}

interface Seen {
  problems: string[]
  cost: Cost
  isSilent: boolean
}

async function callOnce(
  handlers: Handlers,
  channel: Channel,
  input: unknown,
  library: LinkedLibrary,
  limits: CallLimits,
): Promise<Seen> {
  const problems: string[] = []
  let isSilent = false
  const { value, ...cost } = await watchBlocks(async () => {
    const late = new Promise<null>((resolve) => setTimeout(resolve, limits.silence, null).unref())
    const answer = dispatch(handlers, channel, input, (error) => problems.push(`threw ${describe(error)}`))
    return await Promise.race([answer, late])
  })
  if (value === null) {
    isSilent = true
    problems.push('no answer')
  } else {
    if (hasCanary(value)) problems.push('the answer has a private file in it')
    learn(library, value)
  }
  const limit = channels[channel].job === null ? limits.answer : limits.job
  if (isTooSlow(cost, limit)) problems.push(`answered after ${Math.round(cost.ms)} ms`)
  if (cost.longestBlock > limits.block) {
    problems.push(`blocked the main thread for ${Math.round(cost.longestBlock)} ms`)
  }
  if ('polluted' in {}) {
    Reflect.deleteProperty(Object.prototype, 'polluted')
    problems.push('every object has a new key')
  }
  const foreign = library.opened.splice(0).filter((address) => !/^(https|mailto):/.test(address))
  if (foreign.length > 0) problems.push(`the shell was asked to open ${foreign.join(' and ').slice(0, 200)}`)
  problems.push(...(await library.canaries.harm()))
  return { problems, cost, isSilent }
}

/** Remembers ids in an answer, so that later payloads can name what exists. */
function learn({ known }: LinkedLibrary, answer: Result<unknown>): void {
  if (!answer.ok) return
  const note = (name: string, value: unknown) => {
    if (typeof value !== 'string' || value.length > 200) return
    const values = known.values.get(name) ?? []
    known.values.set(name, [...values.filter((kept) => kept !== value), value].slice(-60))
  }
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return
    for (const [key, inner] of Object.entries(value).slice(0, 50)) {
      if (['archiveId', 'trashId', 'versionId', 'undoVersionId', 'entryId', 'folder'].includes(key)) {
        note(key === 'undoVersionId' ? 'versionId' : key, inner)
      }
      if (key === 'trip' && typeof inner === 'object' && inner !== null && 'id' in inner) note('tripId', inner.id)
      if (depth < 3) visit(inner, depth + 1)
    }
  }
  visit(answer.value, 0)
}

async function closeLibrary(
  row: AttackRow,
  library: LinkedLibrary,
  documents: string,
  limits: CallLimits,
): Promise<void> {
  const closed = await Promise.race([
    library.engine.close().then(() => true),
    new Promise<boolean>((resolve) => setTimeout(resolve, limits.silence, false).unref()),
  ])
  const problems = await library.canaries.harm()
  if (!closed) problems.push('the engine does not close')
  for (const folder of ['Lanyard', 'Lanyard exports', 'Backup', 'own']) {
    problems.push(...(await filesWithCanary(join(documents, folder))).map((path) => `a private file is in ${path}`))
  }
  for (const problem of problems) {
    row.held = Math.max(0, row.held - 1)
    row.failures.push(`${problem} (some payload before ${row.tried})`)
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.message} ${error.stack?.split('\n')[1]?.trim() ?? ''}` : String(error)
}

/** A payload in one line, for somebody who wants to know what it was. */
function summarize(input: unknown): string {
  const seen = new Set<unknown>()
  try {
    const json = JSON.stringify(input, (_, value: unknown) => {
      if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function') return String(value)
      if (typeof value === 'string' && value.length > 100) return `${value.slice(0, 40)}… (${value.length})`
      if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`
      if (Array.isArray(value) && value.length > 100) return `a list of ${value.length}`
      if (typeof value !== 'object' || value === null) return value
      if (seen.has(value)) return 'again'
      seen.add(value)
      return value
    })
    return (json ?? String(input)).slice(0, 300)
  } catch (error) {
    // One that is too deep, for example.
    return `(${error instanceof Error ? error.message : 'unprintable'})`
  }
}
