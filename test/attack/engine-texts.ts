import { pathologicalTexts, shapeLengths } from '../support/pathological-texts.ts'
import { seeded } from '../torture/random.ts'
import { draw } from './draw.ts'
import { type HeavyAttempt, tryHeavyText } from './heavy-texts.ts'
import { type AttackOrder, type AttackRow, count, emptyRow, inTime, measure } from './row.ts'
import { isTooSlow, watchBlocks } from './watch-blocks.ts'
import { withEngine } from './with-engine.ts'

/** What a text may take, in milliseconds. */
export interface TextLimits {
  answer: number
  block: number
}

/** On a machine that does nothing else. */
const strict: TextLimits = { answer: 5000, block: 50 }

/** Every shape at every length. */
const allTexts = pathologicalTexts.flatMap(({ name, write }) =>
  Object.values(shapeLengths).map((length) => ({ name, write, length })),
)

/**
 * Takes texts that are hard to parse through all places of the engine: everything is answered or refused in time, and
 * the main thread stays free. Returns a row for each place. The hole is a place that works in the main thread.
 */
export async function attackWithTexts(order: AttackOrder, limits = strict): Promise<AttackRow[]> {
  const { count: texts, seed, control } = order
  const rows = new Map<string, AttackRow>()
  // Once without looking: the first use of each place loads its code.
  await withEngine((engine) => tryHeavyText(engine, 'A short text.'))
  for (const { name, write, length } of inTime(draw(allTexts, texts, seeded(seed)), order)) {
    const text = write(length)
    // In a library of its own: verification reads all trips of a library.
    const attempts = control ? [await tryHeavyHere()] : await withEngine((engine) => tryHeavyText(engine, text))
    for (const attempt of attempts) {
      const row = rows.get(attempt.place) ?? emptyRow(`texts: ${attempt.place}`)
      rows.set(attempt.place, row)
      const what = `${name}, ${length} characters, ${attempt.refused ?? 'answered'}`
      const seen = `${Math.round(attempt.ms)} ms, blocked ${Math.round(attempt.longestBlock)} ms`
      count(row, isWithin(attempt, limits) ? null : `${seen}: ${what}`)
      measure(row, attempt, what)
    }
  }
  return [...rows.values()]
}

function isWithin(attempt: HeavyAttempt, limits: TextLimits): boolean {
  // An unforeseen error is "internal".
  return attempt.refused !== 'internal' && !isTooSlow(attempt, limits.answer) && attempt.longestBlock <= limits.block
}

/** The hole: a place that does its work in the main thread. */
async function tryHeavyHere(): Promise<HeavyAttempt> {
  const { value: _, ...cost } = await watchBlocks(async () => {
    const begun = process.cpuUsage()
    while (process.cpuUsage(begun).user < 200_000);
  })
  return { place: 'a place that works in the main thread', refused: null, ...cost }
}
