import type { EventData, EventName } from '../shared/contract/index.ts'
import { tellPages } from './windows.ts'

/** What is told to the page, kept while there is no page that listens. */
export interface Mailbox {
  tell<E extends EventName>(event: E, data: EventData<E>): void
  /** The page listens from now on. */
  pageStarted(): void
  pageGone(): void
}

/** What was said longer ago than this many messages is no longer of use. */
const MOST_KEPT = 20

export function createMailbox(): Mailbox {
  let isListening = false
  let kept: (() => void)[] = []
  return {
    tell(event, data) {
      if (isListening) tellPages(event, data)
      else kept = [...kept, () => tellPages(event, data)].slice(-MOST_KEPT)
    },
    pageStarted() {
      isListening = true
      const told = kept
      kept = []
      for (const tell of told) tell()
    },
    pageGone() {
      isListening = false
    },
  }
}
