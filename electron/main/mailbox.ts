import type { EventData, EventName } from '../shared/contract/index.ts'
import { sendToPages } from './windows.ts'

/** Events for the page, which are kept until a page can receive them. */
export interface Mailbox {
  send<E extends EventName>(event: E, data: EventData<E>): void
  /** The page receives events from now on. */
  pageStarted(): void
  pageGone(): void
}

/** Maximum number of events that are kept. Older ones are no longer useful. */
const MAX_KEPT = 20

export function createMailbox(): Mailbox {
  let isListening = false
  let kept: (() => void)[] = []
  return {
    send(event, data) {
      if (isListening) sendToPages(event, data)
      else kept = [...kept, () => sendToPages(event, data)].slice(-MAX_KEPT)
    },
    pageStarted() {
      isListening = true
      const waiting = kept
      kept = []
      for (const deliver of waiting) deliver()
    },
    pageGone() {
      isListening = false
    },
  }
}
