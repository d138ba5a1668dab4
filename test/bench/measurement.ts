/** One line of the table: how long ours takes beside a baseline that does no more than it must, in the same run. */
export interface Measurement {
  name: string
  /** What ours is measured against. */
  against: string
  statistic: 'median' | 'p95'
  /** In milliseconds, as is the baseline. */
  ours: number
  baseline: number
  ratio: number
  /** The ratio that is not to be exceeded; `null`: measured to be known. */
  target: number | null
  /** The medians, whatever the statistic is: what happens as a rule, beside what happens at worst. */
  medians: { ours: number; baseline: number }
  samples: number
  /** What else was seen. */
  remark?: string
}

/** Something that may take so long and no longer, whatever else does. */
export interface Limit {
  name: string
  /** In milliseconds, as are the others. */
  longest: number
  limit: number
  /** What else was seen. */
  remark: string
}

/** A measurement that could not be made here, and why. */
export interface Skipped {
  name: string
  skipped: string
}

/** A measurement that went wrong. */
export interface Failed {
  name: string
  failed: string
}

export interface Samples {
  ours: number[]
  baseline: number[]
}

/**
 * Measures two things by turns, so that a busy moment of the machine meets both. Which of the two goes first changes
 * each time; the first rounds warm up and do not count.
 *
 * @param ours does it once and returns how many milliseconds that took, as does `baseline`
 */
export async function takeTurns(
  rounds: number,
  warmUp: number,
  ours: (round: number) => Promise<number>,
  baseline: (round: number) => Promise<number>,
): Promise<Samples> {
  const samples: Samples = { ours: [], baseline: [] }
  for (let round = 0; round < rounds + warmUp; round++) {
    const oursFirst = round % 2 === 0
    const first = await (oursFirst ? ours : baseline)(round)
    const second = await (oursFirst ? baseline : ours)(round)
    if (round < warmUp) continue
    samples.ours.push(oursFirst ? first : second)
    samples.baseline.push(oursFirst ? second : first)
  }
  return samples
}

/** How long something takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await work()
  return performance.now() - begin
}

/** Brings samples down to one line. */
export function compare(
  what: Pick<Measurement, 'name' | 'against' | 'statistic' | 'target'>,
  samples: Samples,
): Measurement {
  const part = what.statistic === 'median' ? 0.5 : 0.95
  const [ours, baseline] = [quantile(samples.ours, part), quantile(samples.baseline, part)]
  const medians = { ours: quantile(samples.ours, 0.5), baseline: quantile(samples.baseline, 0.5) }
  return { ...what, ours, baseline, ratio: ours / baseline, medians, samples: samples.ours.length }
}

/** The value below which the given part of the samples lies; between two samples, in proportion. */
export function quantile(samples: readonly number[], part: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * part
  const below = sorted[Math.floor(place)] ?? NaN
  const above = sorted[Math.ceil(place)] ?? NaN
  return below + (above - below) * (place - Math.floor(place))
}
