import { LogFile } from './log-file.ts'
import { type LogEvents, logLine } from './log-events.ts'

/** Notes what happens in the program, and nothing of what is written in it. */
export interface Log {
  note<E extends keyof LogEvents>(event: E, fields: LogEvents[E]): void
  /** The newest part of it, at most so many bytes. */
  tail(bytes: number): Promise<string>
  /** Settles when all of it is written. */
  settled(): Promise<void>
  /** Writes what waits before it returns: for a program that ends now. */
  writeNow(): void
}

/** What happens again and again says so often enough with this many lines in a minute; anything else is still noted. */
const MOST_LINES = 60
const MINUTE = 60_000

/**
 * Opens the log of a shell: five files of 1 MB at most.
 *
 * @param folder where the files are, absolute
 * @param name of the file; two programs never write into one
 */
export function openLog(folder: string, name: string): Log {
  const file = new LogFile({ folder, name, maxBytes: 1_000_000, files: 5 })
  let minute = 0
  let lines: Partial<Record<keyof LogEvents, number>> = {}
  let skipped = 0

  return {
    note(event, fields) {
      const at = new Date()
      const current = Math.floor(at.getTime() / MINUTE)
      if (current !== minute) {
        if (skipped > 0) file.append(logLine(at, 'log.skipped', { lines: skipped }))
        minute = current
        lines = {}
        skipped = 0
      }
      const count = (lines[event] ?? 0) + 1
      lines[event] = count
      if (count > MOST_LINES) skipped++
      else file.append(logLine(at, event, fields))
    },
    tail: (bytes) => file.tail(bytes),
    settled: () => file.settled(),
    writeNow: () => file.writeNow(),
  }
}
