/** A row of the table: how long Lanyard takes, compared to a baseline that does the bare minimum, in the same run. */
export interface Measurement {
  name: string
  /** The baseline. */
  against: string
  statistic: 'median' | 'p95'
  /** Like the baseline. */
  ours: number
  baseline: number
  ratio: number
  /** The maximum ratio; `null` if there is no target. */
  target: number | null
  /** The medians, whatever the statistic is: the typical case beside the worst one. */
  medians: { ours: number; baseline: number }
  samples: number
  /** Of both; default: milliseconds. */
  unit?: 'ms' | 'MB'
  /** Further observations. */
  remark?: string
}

/** Something with an absolute limit. */
export interface Limit {
  name: string
  longest: number
  limit: number
  /** Of both; default: milliseconds. */
  unit?: 'ms' | 'MB'
  /** Further observations. */
  remark: string
}

/** A measurement that could not be made here, and why. */
export interface Skipped {
  name: string
  skipped: string
}

/** A measurement that failed. */
export interface Failed {
  name: string
  failed: string
}

export interface Samples {
  ours: number[]
  baseline: number[]
}

/**
 * Measures two things alternately, so that a busy moment of the machine affects both. The order changes each time; the
 * first rounds are a warm-up and do not count.
 *
 * @param ours runs once and returns the milliseconds that it took, like `baseline`
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

/** Reduces samples to one row. */
export function compare(
  what: Pick<Measurement, 'name' | 'against' | 'statistic' | 'target'>,
  samples: Samples,
): Measurement {
  const part = what.statistic === 'median' ? 0.5 : 0.95
  const [ours, baseline] = [quantile(samples.ours, part), quantile(samples.baseline, part)]
  const medians = { ours: quantile(samples.ours, 0.5), baseline: quantile(samples.baseline, 0.5) }
  return { ...what, ours, baseline, ratio: ours / baseline, medians, samples: samples.ours.length }
}

/** The quantile of the samples; interpolated between two samples. */
export function quantile(samples: readonly number[], part: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * part
  const below = sorted[Math.floor(place)] ?? NaN
  const above = sorted[Math.ceil(place)] ?? NaN
  return below + (above - below) * (place - Math.floor(place))
}
