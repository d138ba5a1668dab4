import type { ServerResponse } from 'node:http'
import type { Engine } from '../journal/engine.ts'
import { type EventData, type EventName, events } from '../shared/contract/index.ts'
import { pageHeaders } from '../shared/page.ts'

export interface EventStreams {
  /** Keeps a response open and sends it each event from now on. */
  add(response: ServerResponse): void
  send<E extends EventName>(event: E, data: EventData<E>): void
  size(): number
  close(): void
}

/** Sends the engine's events to every open page, as server-sent events. */
export function createEventStreams(engine: Engine): EventStreams {
  const open = new Set<ServerResponse>()
  const send = (event: EventName, data: unknown) => {
    for (const response of open) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }
  const stops = (Object.keys(events) as EventName[]).map((event) => engine.on(event, (data) => send(event, data)))
  return {
    add(response) {
      response.writeHead(200, { ...pageHeaders, 'Content-Type': 'text/event-stream' })
      response.flushHeaders()
      open.add(response)
      response.once('close', () => open.delete(response))
    },
    send,
    size: () => open.size,
    close() {
      for (const stop of stops) stop()
      for (const response of open) response.end()
    },
  }
}
