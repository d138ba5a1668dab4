/** A row of the table: what was done to Lanyard how often, and with which result. */
export interface Row {
  /** The design target that it tests: "R1". */
  target: string
  test: string
  runs: number
  /** Number of saves that Lanyard acknowledged, over all runs. */
  acknowledged: number
  /** Number of runs after which a trip could not be read without having been reported as damaged before. */
  unreadable: number
  /** Number of acknowledged saves that were not on the disk afterwards. */
  lost: number
  /** Temporary files that were left after Lanyard had been started again. */
  temporary: string[]
  /** All other violations, each as a sentence that names the run. */
  faults: string[]
  /** Other information: "61 kills in the middle of a write". */
  remark: string
  seconds: number
  /** A way of writing that is known to lose data: it shows that the test would detect a loss. */
  isControl?: boolean
}

/** A test that cannot run on this machine, and why. */
export interface Skipped {
  target: string
  test: string
  skipped: string
}

export type Outcome = Row | Skipped

/** A row without any results yet. */
export function emptyRow(target: string, test: string): Row {
  return {
    target,
    test,
    runs: 0,
    acknowledged: 0,
    unreadable: 0,
    lost: 0,
    temporary: [],
    faults: [],
    remark: '',
    seconds: 0,
  }
}

/** Whether there were no violations. */
export function holds({ unreadable, lost, temporary, faults }: Row): boolean {
  return unreadable + lost + temporary.length + faults.length === 0
}

/** Adds the result of one run. */
export function count(
  row: Row,
  seen: Partial<Pick<Row, 'acknowledged' | 'unreadable' | 'lost' | 'temporary' | 'faults'>>,
): void {
  row.runs++
  row.acknowledged += seen.acknowledged ?? 0
  row.unreadable += seen.unreadable ?? 0
  row.lost += seen.lost ?? 0
  row.temporary.push(...(seen.temporary ?? []))
  row.faults.push(...(seen.faults ?? []).map((fault) => `run ${row.runs}: ${fault}`))
}

/** Runs something repeatedly, several at once, and records the total time. */
export async function repeat(
  row: Row,
  runs: number,
  atOnce: number,
  run: (index: number, lane: number) => Promise<void>,
): Promise<Row> {
  const begin = performance.now()
  let next = 0
  const work = async (lane: number) => {
    while (next < runs) await run(next++, lane)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, runs) }, (_, lane) => work(lane)))
  row.seconds = (performance.now() - begin) / 1000
  return row
}
