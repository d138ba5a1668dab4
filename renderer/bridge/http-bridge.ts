import type { Bridge, Channel, EventData, EventName, Input, Output } from '../../electron/shared/contract/index.ts'
import { fail, type Result } from '../../electron/shared/result.ts'
import { receiveEvents } from './event-stream.ts'
import { fetchKeys, keptKeys } from './page-keys.ts'

/**
 * Encodes in pieces, because the number of arguments of a call is limited. `btoa` needs a string whose characters are
 * bytes.
 */
function toBase64(data: Uint8Array): string {
  let characters = ''
  for (let start = 0; start < data.length; start += 0x8000) {
    characters += String.fromCharCode(...data.subarray(start, start + 0x8000))
  }
  return btoa(characters)
}

/** JSON in which bytes are written as `{"$bytes": "<base64>"}`. */
export function encodeCall(input: unknown): string {
  return JSON.stringify(input, (_key, value: unknown) =>
    value instanceof Uint8Array ? { $bytes: toBase64(value) } : value,
  )
}

/**
 * The bridge of the browser shell: calls as POST, events as a stream of server-sent events. Calls and events carry the
 * token in a header. A cookie would be sent to every port of this computer.
 */
export function createHttpBridge(origin: string): Bridge {
  let keys = keptKeys()
  // An address with a ticket was opened now, so its keys are newer.
  const entering = fetchKeys(origin).then(
    (fresh) => (keys = fresh ?? keys),
    () => keys,
  )
  const listeners = new Map<EventName, Set<(data: string) => void>>()
  let isListening = false

  /** Sent at once where the keys are known: a page that is being closed has no time to wait. */
  async function send(
    path: string,
    request: { method?: string; body?: string; keepalive?: boolean },
  ): Promise<Response> {
    const { token } = keys ?? (await entering) ?? { token: '' }
    const headers = {
      authorization: `Bearer ${token}`,
      ...(request.body !== undefined && { 'content-type': 'application/json' }),
    }
    return fetch(`${origin}${path}`, { ...request, headers, credentials: 'omit' })
  }

  return {
    async call<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>>> {
      try {
        // The place is noted while the page is being closed, when other requests are cancelled.
        const keepalive = channel === 'app.keepPlace'
        const response = await send(`/call/${channel}`, { method: 'POST', body: encodeCall(input), keepalive })
        // The shell always answers in JSON, even when it refuses; anything else comes from elsewhere.
        return (await response.json()) as Result<Output<C>>
      } catch {
        return fail('shell.ended')
      }
    },
    on<E extends EventName>(event: E, callback: (data: EventData<E>) => void): () => void {
      const listener = (data: string) => callback(JSON.parse(data) as EventData<E>)
      const all = listeners.get(event) ?? new Set()
      listeners.set(event, all.add(listener))
      if (!isListening) {
        isListening = true
        void receiveEvents(
          () => send('/events', {}),
          (name, data) => {
            for (const [heard, each] of listeners) if (heard === name) for (const listen of each) listen(data)
          },
        )
      }
      return () => all.delete(listener)
    },
    photoAddress: (tripId, photoId) => `/photo/${keys?.pictures ?? ''}/${tripId}/${photoId}`,
  }
}
