import type { Bridge, Channel, EventData, EventName, Input, Output } from '../../electron/shared/contract/index.ts'
import { fail, type Result } from '../../electron/shared/result.ts'

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

/** The bridge of the browser shell: calls as POST, events as a stream of server-sent events. */
export function createHttpBridge(origin: string): Bridge {
  let stream: EventSource | null = null

  return {
    async call<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>>> {
      try {
        const response = await fetch(`${origin}/call/${channel}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: encodeCall(input),
          credentials: 'same-origin',
        })
        // The shell always answers in JSON, even when it refuses; anything else comes from elsewhere.
        return (await response.json()) as Result<Output<C>>
      } catch {
        return fail('shell.ended')
      }
    },
    on<E extends EventName>(event: E, callback: (data: EventData<E>) => void): () => void {
      stream ??= new EventSource(`${origin}/events`)
      const source = stream
      const listener = (message: MessageEvent<string>) => callback(JSON.parse(message.data) as EventData<E>)
      source.addEventListener(event, listener)
      return () => source.removeEventListener(event, listener)
    },
    photoAddress: (tripId, photoId) => `/photo/${tripId}/${photoId}`,
  }
}
