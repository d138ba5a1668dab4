import type { Engine } from '../../electron/journal/engine.ts'
import { importFiles } from '../support/import-files.ts'
import { seeded } from '../torture/random.ts'
import { bombs, type Bomb } from './corpora/bombs.ts'
import { draw } from './draw.ts'
import { type AttackOrder, type AttackRow, count, emptyRow, measure } from './row.ts'
import { type Cost, isTooSlow, watchBlocks } from './watch-blocks.ts'
import { withEngine } from './with-engine.ts'

/** What reading a report may take. */
export interface BombLimits {
  /** In milliseconds. A thread that reads has 5 s, and needs a moment to start. */
  answer: number
  /** In milliseconds. The largest text that a trip may have, 16 MB, takes 60 to 80 to be written as JSON. */
  block: number
  /** In bytes. The thread may have 512 MB, not counting what it was given and its machine code. */
  memory: number
}

const MEBIBYTE = 1024 * 1024
const strict: BombLimits = { answer: 6000, block: 100, memory: 640 * MEBIBYTE }

type Import = (engine: Engine, files: ReturnType<Bomb['make']>) => Promise<string>

/**
 * Imports reports that are hard to read, or very large: each is imported or refused in time, with little memory, and the
 * main thread stays free. The hole is an import that reads in the main thread.
 */
export async function attackWithBombs(
  { count: wanted, seed, control }: AttackOrder,
  limits = strict,
  from: readonly Bomb[] = bombs,
): Promise<AttackRow[]> {
  const row = emptyRow(control ? 'bombs: an import in the main thread' : 'bombs')
  const run: Import = control ? importHere : importApart
  await withEngine(async (engine) => {
    // The first use of the thread loads its code.
    await importApart(engine, [{ name: 'report.md', data: new TextEncoder().encode('# Title\n\nWords.') }])
    for (const bomb of draw(from, wanted, seeded(seed))) {
      const files = bomb.make()
      const { value, ...cost } = await watchBlocks(() => run(engine, files))
      const problems = [...(value === 'internal' ? ['an error that nobody foresaw'] : []), ...findExcess(cost, limits)]
      const what = `${bomb.name}, ${value}`
      count(row, problems.length === 0 ? null : `${problems.join('; ')} (${what})`)
      measure(row, cost, what)
    }
  })
  return [row]
}

const importApart: Import = async (engine, files) => {
  const imported = await importFiles(engine, files)
  return imported.ok ? 'imported' : imported.error.code
}

/** Reads in this thread what the worker would read. */
const importHere: Import = async (_, files) => {
  const { understandReport } = await import('../../electron/journal/importers/read-report.ts')
  const small = files.map(({ name, data }) => ({ name, data: new Uint8Array(data.slice(0, 300_000)) }))
  const read = await understandReport({
    files: small,
    defaults: { timeZone: 'UTC', language: 'en' },
    isAddition: false,
  })
  return read.ok ? 'read' : read.error.code
}

function findExcess(cost: Cost, limits: BombLimits): string[] {
  const { ms, longestBlock, peakMemory } = cost
  return [
    ...(isTooSlow(cost, limits.answer) ? [`took ${Math.round(ms)} ms`] : []),
    ...(longestBlock > limits.block ? [`blocked the main thread for ${Math.round(longestBlock)} ms`] : []),
    ...(peakMemory > limits.memory ? [`took ${Math.round(peakMemory / MEBIBYTE)} MB`] : []),
  ]
}
