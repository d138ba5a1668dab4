import type { Message } from '../../../shared/messages/message.ts'
import type { Result } from '../../../shared/result.ts'
import type { Bundle } from '../importer.ts'
import type { JournalPictures } from './journal-pictures.ts'
import type { LeftOut } from './left-out.ts'

/** An entry of another journal, as far as Lanyard has a place for it. */
export interface JournalEntry {
  /** The date in the zone of the journal. */
  day: string
  /** The time of day in that zone, or `null`. */
  clock: string | null
  /** IANA; `null` if the journal does not say one, so that its times are those of the trip. */
  zone: string | null
  title: string
  /** Markdown. The addresses of its pictures are `photo:ID`. */
  text: string
  tags: readonly string[]
  isStarred: boolean
  isPrivate?: boolean
}

/** A journal that was read. */
export interface Journal {
  /** Its name; empty if it has none. */
  title: string
  entries: JournalEntry[]
}

/** What a format reads from, and where it notes what cannot be imported. */
export interface Material {
  bundle: Bundle
  pictures: JournalPictures
  leftOut: LeftOut
  /** The zone of moments whose journal says none. */
  timeZone: string
  /** @param done from 0 to 1 */
  reportProgress: (done: number) => void
}

/** A journal of another program. To add one, add a folder beside this file and a line to the registry of importers. */
export interface JournalFormat {
  id: string
  name: Message
  /** Whether these files have this format, which is determined from their content rather than their names. */
  detect: (bundle: Bundle) => boolean
  read: (material: Material) => Result<Journal>
}

/** Does something with each item of a list, and reports the progress now and then. */
export function eachReported<T>(
  items: readonly T[],
  reportProgress: (done: number) => void,
  visit: (item: T, index: number) => void,
): void {
  let last = -Infinity
  for (const [index, item] of items.entries()) {
    const now = performance.now()
    if (now - last > REPORTED_MS) {
      last = now
      reportProgress(index / items.length)
    }
    visit(item, index)
  }
}

/** Minimum interval between reports of progress, in milliseconds. */
const REPORTED_MS = 50
