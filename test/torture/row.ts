/** One line of the table: what was done to Lanyard so many times, and what came of it. */
export interface Row {
  /** Which target of the design it belongs to: "R1". */
  target: string
  test: string
  runs: number
  /** What Lanyard had said was saved, over all runs. */
  acknowledged: number
  /** Runs after which a trip could not be read, and was not told as such beforehand. */
  unreadable: number
  /** Acknowledged saves that were not on the disk afterwards. */
  lost: number
  /** Temporary files that were there after Lanyard had been started again. */
  temporary: string[]
  /** Anything else that is not as it must be, each as a sentence that names the run. */
  faults: string[]
  /** What else is worth knowing: "61 kills in the middle of a write". */
  remark: string
  seconds: number
  /** A way of writing that is known to lose: it shows that the apparatus would find a loss. */
  isControl?: boolean
}

/** A test that cannot be made on this machine, and why. */
export interface Skipped {
  target: string
  test: string
  skipped: string
}

export type Outcome = Row | Skipped

/** A row in which nothing has happened yet. */
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

/** Whether everything was as it must be. */
export function holds({ unreadable, lost, temporary, faults }: Row): boolean {
  return unreadable + lost + temporary.length + faults.length === 0
}

/** Adds what one run has shown. */
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

/** Does something so many times, some at once, and notes how long all of it took. */
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
