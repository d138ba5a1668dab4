import { type Failure, isInvalidInput, type Result } from '../../electron/shared/result.ts'

/** How long a pause in the typing is before what was typed is sent, in milliseconds. */
export const PAUSE = 400
/**
 * How long a draft waits at most while the typing goes on: with the write itself it stays under a second, also where the
 * computer has much else to do.
 */
export const LONGEST_WAIT = 600
/** How long to wait before trying again, in milliseconds, growing; the last goes on. */
export const RETRY_AFTER = [2_000, 5_000, 10_000, 30_000] as const

const MOST_ROUNDS = 5

export type SaveStatus =
  | { state: 'saved'; /** When the last save was on the disk; `null` before the first. */ at: string | null }
  | { state: 'waiting' }
  | { state: 'saving' }
  | { state: 'failed'; failure: Failure; /** In milliseconds since 1970. */ retryAt: number }

/** Sends changes to the disk and answers with the moment at which they were there. */
export type Send<C> = (changes: C) => Promise<Result<string>>

/** What is typed into one thing (an entry, the report) and not on the disk yet. */
export interface Lane<C extends object> {
  /** Takes changes over; a later change of the same key replaces the earlier. */
  edit: (changes: C) => void
  /** What is not known to be on the disk, what is on its way included; `null` where there is nothing. */
  draft: () => C | null
  /** Sends at once and settles when everything has been tried; whether all of it is on the disk. */
  flush: () => Promise<boolean>
  /** Forgets the draft: the thing it belonged to is gone for good. */
  discard: () => void
}

export interface SaveQueue {
  lane: <C extends object>(send: Send<C>) => Lane<C>
  status: () => SaveStatus
  /** Sends all drafts at once; the number of those that are still not on the disk. */
  flush: () => Promise<number>
  /** Sends at once what waits for a pause in the typing; what failed keeps its own time. */
  sendWaiting: () => void
  /** Tries again now what failed before. */
  tryNow: () => void
  /** Notes a save that did not come from a draft, so that the time shown is that of the last one. */
  noteSaved: (at: string) => void
}

interface LaneState {
  state: () => SaveStatus['state']
  failure: () => { failure: Failure; retryAt: number } | null
  isEmpty: () => boolean
  flush: () => Promise<boolean>
}

/**
 * Carries drafts to the disk. Each lane has one call on its way at a time; what is edited meanwhile is merged and goes
 * next. A draft is given up by nothing but its success: after a failure it is kept and tried again, with growing pauses.
 *
 * @param onStatus called after each change of the status that all lanes together have
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
    /** Whether what waits is to go as soon as nothing is on its way. */
    let due = false

    const schedule = (milliseconds: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => void run(), milliseconds)
    }

    const draft = (): C | null => (sent || waiting ? ({ ...sent, ...waiting } as C) : null)

    async function sendOnce(changes: C): Promise<boolean> {
      const answer = await send(changes)
      // Discarded while it was on its way: there is nothing left to keep or to report.
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

    /** Sends what waits by now, after what is on its way. */
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
      for (let round = 0; round < MOST_ROUNDS; round++) {
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
