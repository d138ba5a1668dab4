import { LogFile } from './log-file.ts'
import { type LogEvents, logLine } from './log-events.ts'

/** Records what happens in the program, but nothing that the user writes. */
export interface Log {
  note<E extends keyof LogEvents>(event: E, fields: LogEvents[E]): void
  /** Returns the newest part of the log, up to this many bytes. */
  tail(bytes: number): Promise<string>
  /** Resolves when everything has been written. */
  settled(): Promise<void>
  /** Writes the waiting lines synchronously, for a program that is about to end. */
  writeNow(): void
}

/** Maximum number of lines per minute for one kind of event. Other kinds are not affected. */
const MAX_LINES = 60
const MINUTE = 60_000

/**
 * Opens the log of a shell: up to five files of 1 MB each.
 *
 * @param folder where the files are, absolute
 * @param name the file's name; two programs must not share one
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
      if (count > MAX_LINES) skipped++
      else file.append(logLine(at, event, fields))
    },
    tail: (bytes) => file.tail(bytes),
    settled: () => file.settled(),
    writeNow: () => file.writeNow(),
  }
}
