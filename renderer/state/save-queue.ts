import { type Failure, isInvalidInput, type Result } from '../../electron/shared/result.ts'

/** Pause in typing before a draft is sent, in milliseconds. */
export const PAUSE = 400
/**
 * Maximum time that a draft waits while the user keeps typing, in milliseconds: including the write it stays under a
 * second, even on a busy computer.
 */
export const LONGEST_WAIT = 600
/** Delays before further attempts, in milliseconds; the last one is repeated. */
export const RETRY_AFTER = [2_000, 5_000, 10_000, 30_000] as const

const MAX_ROUNDS = 5

export type SaveStatus =
  | { state: 'saved'; /** When the last save was on the disk; `null` before the first. */ at: string | null }
  | { state: 'waiting' }
  | { state: 'saving' }
  | { state: 'failed'; failure: Failure; /** In milliseconds since 1970. */ retryAt: number }

/** Sends changes to the disk and resolves with the time at which they were saved. */
export type Send<C> = (changes: C) => Promise<Result<string>>

/** The unsaved changes of one thing (an entry, the report). */
export interface Lane<C extends object> {
  /** Adds changes; a later change of the same key replaces an earlier one. */
  edit: (changes: C) => void
  /** Everything that is not known to be on the disk, including what is being sent; `null` if there is nothing. */
  draft: () => C | null
  /** Sends at once, and resolves when everything has been tried, with whether all of it is on the disk. */
  flush: () => Promise<boolean>
  /** Drops the draft, because what it belonged to has been permanently deleted. */
  discard: () => void
}

export interface SaveQueue {
  lane: <C extends object>(send: Send<C>) => Lane<C>
  status: () => SaveStatus
  /** Sends all drafts at once; resolves with the number of those that are still not on the disk. */
  flush: () => Promise<number>
  /** Sends at once what waits for a pause in typing; failed drafts keep their own schedule. */
  sendWaiting: () => void
  /** Retries failed drafts now. */
  tryNow: () => void
  /** Notes a save that did not come from a draft, so that the time shown is that of the last save. */
  noteSaved: (at: string) => void
}

interface LaneState {
  state: () => SaveStatus['state']
  failure: () => { failure: Failure; retryAt: number } | null
  isEmpty: () => boolean
  flush: () => Promise<boolean>
}

/**
 * Sends drafts to the disk. Each lane has one call in progress at a time; edits in the meantime are merged and sent
 * next. A draft is only dropped once it is saved: after a failure it is kept and retried, with growing pauses.
 *
 * @param onStatus called after each change of the overall status
 */
export function createSaveQueue(onStatus: (status: SaveStatus) => void): SaveQueue {
  const lanes = new Set<LaneState>()
  let savedAt: string | null = null

  function status(): SaveStatus {
    const all = [...lanes]
    const failures = all.flatMap((lane) => lane.failure() ?? [])
    const first = failures.toSorted((a, b) => a.retryAt - b.retryAt)[0]
    if (first) return { state: 'failed', ...first }
    if (all.some((lane) => lane.state() === 'saving')) return { state: 'saving' }
    if (all.some((lane) => lane.state() === 'waiting')) return { state: 'waiting' }
    return { state: 'saved', at: savedAt }
  }

  const changed = () => onStatus(status())

  const noteSaved = (at: string) => {
    savedAt = at
    changed()
  }

  function addLane<C extends object>(send: Send<C>): Lane<C> {
    let waiting: C | null = null
    let sent: C | null = null
    let running: Promise<boolean> | null = null
    let failed: { failure: Failure; retryAt: number } | null = null
    let failures = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    let waitingSince = 0
    /** Whether to send waiting changes as soon as no call is in progress. */
    let due = false

    const schedule = (milliseconds: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => void run(), milliseconds)
    }

    const draft = (): C | null => (sent || waiting ? ({ ...sent, ...waiting } as C) : null)

    async function sendOnce(changes: C): Promise<boolean> {
      const answer = await send(changes)
      // Discarded while it was being sent: there is nothing left to keep or to report.
      if (sent !== changes) return true
      sent = null
      if (answer.ok) {
        failed = null
        failures = 0
        savedAt = answer.value
        return true
      }
      waiting = { ...changes, ...waiting }
      const pause = RETRY_AFTER[Math.min(failures, RETRY_AFTER.length - 1)] ?? PAUSE
      failures++
      failed = { failure: answer.error, retryAt: Date.now() + pause }
      schedule(pause)
      return false
    }

    /** Sends what is waiting, after the call in progress. */
    async function run(): Promise<boolean> {
      clearTimeout(timer)
      due = true
      if (running) return running
      running = (async () => {
        while (waiting && due) {
          sent = waiting
          waiting = null
          due = false
          changed()
          if (!(await sendOnce(sent))) return false
        }
        return true
      })().finally(() => {
        running = null
        changed()
      })
      return running
    }

    lanes.add({
      state: () => (sent ? 'saving' : waiting ? 'waiting' : 'saved'),
      failure: () => failed,
      isEmpty: () => draft() === null,
      flush: run,
    })

    return {
      edit(changes) {
        const first = waiting === null
        waiting = { ...waiting, ...changes }
        if (first) waitingSince = Date.now()
        // A draft that the engine refused can be sent again once it has changed; after a failure of the disk, the delay counts.
        if (!failed || isInvalidInput(failed.failure)) {
          schedule(Math.max(0, Math.min(PAUSE, waitingSince + LONGEST_WAIT - Date.now())))
        }
        changed()
      },
      draft,
      flush: run,
      discard() {
        clearTimeout(timer)
        waiting = null
        sent = null
        failed = null
        failures = 0
        changed()
      },
    }
  }

  return {
    lane: addLane,
    status,
    async flush() {
      // Typing while the window closes fills a lane again. A few rounds catch that; an open loop might never end.
      for (let round = 0; round < MAX_ROUNDS; round++) {
        const saved = await Promise.all([...lanes].map((one) => one.flush()))
        if (saved.includes(false) || [...lanes].every((one) => one.isEmpty())) break
      }
      return [...lanes].filter((one) => !one.isEmpty()).length
    },
    sendWaiting() {
      for (const one of lanes) if (one.failure() === null) void one.flush()
    },
    tryNow() {
      for (const one of lanes) void one.flush()
    },
    noteSaved,
  }
}
