type Job<U> = { kind: 'update'; update: U } | { kind: 'task'; run: () => Promise<void> }

/** What one asks of an update: to be told of a fault of ours, so that the queue goes on. */
interface Rejectable {
  reject: (error: unknown) => void
}

/** One thing after the other, in the order in which they were asked for. */
export class JobQueue<U extends Rejectable> {
  readonly #commit: (updates: readonly U[]) => Promise<void>
  readonly #jobs: Job<U>[] = []
  #working: Promise<void> | null = null

  /** @param commit carries out the updates that wait in a row, all at once */
  constructor(commit: (updates: readonly U[]) => Promise<void>) {
    this.#commit = commit
  }

  push(update: U): void {
    this.#jobs.push({ kind: 'update', update })
    this.#start()
  }

  /** Runs a task when everything that was asked for before is done, and before anything that is asked for later. */
  run<T>(task: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#jobs.push({ kind: 'task', run: () => task().then(resolve, reject) })
      this.#start()
    })
  }

  /** Whether nothing is waiting or being done. */
  isIdle(): boolean {
    return this.#working === null
  }

  /** Fulfilled when nothing is waiting any more. */
  async settled(): Promise<void> {
    while (this.#working !== null) await this.#working
  }

  #start(): void {
    this.#working ??= this.#work()
  }

  async #work(): Promise<void> {
    // Whoever asked first has the rest of its turn to ask for more, which then goes into the same write.
    await Promise.resolve()
    for (let job = this.#jobs.shift(); job !== undefined; job = this.#jobs.shift()) {
      if (job.kind === 'task') {
        await job.run()
        continue
      }
      const updates = [job.update, ...this.#takeUpdates()]
      // Whatever goes wrong, the queue goes on. To whom an answer was given already, this is none.
      await this.#commit(updates).catch((error: unknown) => updates.forEach(({ reject }) => reject(error)))
    }
    // In the same breath in which the queue was found empty: a job that came in between would never be started.
    this.#working = null
  }

  /** The updates that wait at the head of the queue: one write makes all of them durable. */
  #takeUpdates(): U[] {
    const end = this.#jobs.findIndex((job) => job.kind !== 'update')
    const jobs = this.#jobs.splice(0, end === -1 ? this.#jobs.length : end)
    return jobs.flatMap((job) => (job.kind === 'update' ? [job.update] : []))
  }
}
