type Job<U> = { kind: 'update'; update: U } | { kind: 'task'; run: () => Promise<void> }

/** An update that can be rejected because of a bug, so that the queue continues. */
interface Rejectable {
  reject: (error: unknown) => void
}

/** Runs tasks one after the other, in the order of the requests. */
export class JobQueue<U extends Rejectable> {
  readonly #commit: (updates: readonly U[]) => Promise<void>
  readonly #jobs: Job<U>[] = []
  #working: Promise<void> | null = null

  /** @param commit carries out all consecutive waiting updates together */
  constructor(commit: (updates: readonly U[]) => Promise<void>) {
    this.#commit = commit
  }

  push(update: U): void {
    this.#jobs.push({ kind: 'update', update })
    this.#start()
  }

  /** Runs a task after everything that was requested before it, and before anything requested later. */
  run<T>(task: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#jobs.push({ kind: 'task', run: () => task().then(resolve, reject) })
      this.#start()
    })
  }

  /** Whether nothing is waiting or running. */
  isIdle(): boolean {
    return this.#working === null
  }

  /** Resolves when nothing is waiting any more. */
  async settled(): Promise<void> {
    while (this.#working !== null) await this.#working
  }

  #start(): void {
    this.#working ??= this.#work()
  }

  async #work(): Promise<void> {
    // Updates that are requested in the same tick go into the same write.
    await Promise.resolve()
    for (let job = this.#jobs.shift(); job !== undefined; job = this.#jobs.shift()) {
      if (job.kind === 'task') {
        await job.run()
        continue
      }
      const updates = [job.update, ...this.#takeUpdates()]
      // Whatever goes wrong, the queue continues. Rejecting an update that is already settled has no effect.
      await this.#commit(updates).catch((error: unknown) => updates.forEach(({ reject }) => reject(error)))
    }
    // Cleared in the same tick in which the queue was found empty: a job added in between would never be started.
    this.#working = null
  }

  /** The updates at the head of the queue: a single write makes all of them durable. */
  #takeUpdates(): U[] {
    const end = this.#jobs.findIndex((job) => job.kind !== 'update')
    const jobs = this.#jobs.splice(0, end === -1 ? this.#jobs.length : end)
    return jobs.flatMap((job) => (job.kind === 'update' ? [job.update] : []))
  }
}
