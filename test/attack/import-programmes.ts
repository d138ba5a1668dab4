import type { Engine } from '../../electron/journal/engine.ts'
import { ask } from '../support/engine.ts'
import { seeded } from '../torture/random.ts'
import { programmeBombs, type ProgrammeBomb } from './corpora/programme-bombs.ts'
import { draw } from './draw.ts'
import type { BombLimits } from './import-bombs.ts'
import { type AttackOrder, type AttackRow, count, emptyRow, measure } from './row.ts'
import { isTooSlow, watchBlocks } from './watch-blocks.ts'
import { withEngine } from './with-engine.ts'

const MEBIBYTE = 1024 * 1024
const strict: BombLimits = { answer: 6000, block: 100, memory: 640 * MEBIBYTE }

/**
 * Imports programmes that are hard to read, or very large: each is read or refused in time, with little memory, and the
 * main thread stays free. The hole is an import that reads in the main thread.
 */
export async function attackWithProgrammes(
  { count: wanted, seed, control }: AttackOrder,
  limits = strict,
  from: readonly ProgrammeBomb[] = programmeBombs,
): Promise<AttackRow[]> {
  const row = emptyRow(control ? 'programmes: an import in the main thread' : 'programmes')
  const run = control ? readHere : readApart
  await withEngine(async (engine) => {
    // The first use of the thread loads its code.
    await readApart(engine, 'Title,Start\nOne,2026-07-07 09:00\n')
    for (const bomb of draw(from, wanted, seeded(seed))) {
      const text = bomb.make()
      const { value, ...cost } = await watchBlocks(() => run(engine, text))
      const problems = [
        ...(value === 'internal' ? ['an error that nobody foresaw'] : []),
        ...(isTooSlow(cost, limits.answer) ? [`took ${Math.round(cost.ms)} ms`] : []),
        ...(cost.longestBlock > limits.block
          ? [`blocked the main thread for ${Math.round(cost.longestBlock)} ms`]
          : []),
        ...(cost.peakMemory > limits.memory ? [`took ${Math.round(cost.peakMemory / MEBIBYTE)} MB`] : []),
      ]
      const what = `${bomb.name}, ${value}`
      count(row, problems.length === 0 ? null : `${problems.join('; ')} (${what})`)
      measure(row, cost, what)
    }
  })
  return [row]
}

/** As a file, of which the thread gets the bytes. */
async function readApart(engine: Engine, text: string): Promise<string> {
  const read = await ask(engine, 'programme.understand', {
    jobId: crypto.randomUUID(),
    source: { from: 'file', name: 'programme', data: new TextEncoder().encode(text) },
    tripId: null,
  })
  return read.ok ? 'read' : read.error.code
}

/** Reads in this thread what the worker would read. */
async function readHere(_: Engine, text: string): Promise<string> {
  const { readProgrammeText } = await import('../../electron/journal/programmes/read-programme-text.ts')
  const read = readProgrammeText({ data: text.slice(0, 3_000_000), name: '' })
  return read.ok ? 'read' : read.error.code
}
