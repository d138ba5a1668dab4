/** How long after an interruption the stream is requested again, in milliseconds. */
const RETRY_MS = 3_000

/**
 * Receives server-sent events for as long as the page is open and the shell knows it. The browser's own `EventSource` cannot send the header by
 * which the shell knows the page.
 *
 * @param request asks for the stream; a rejection means that the shell does not answer now
 * @param onEvent gets an event's name and its data, as JSON
 */
export async function receiveEvents(
  request: () => Promise<Response>,
  onEvent: (name: string, data: string) => void,
): Promise<void> {
  for (;;) {
    try {
      const response = await request()
      // It will never know this page.
      if (response.status === 403) return
      if (response.ok && response.body !== null) await readEvents(response.body, onEvent)
    } catch {
      // The shell has ended or is busy; it may be there again later.
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
  }
}

/** Reads a stream to its end. Our shell writes each event as one line with its name and one with its data. */
export async function readEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onEvent: (name: string, data: string) => void,
): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const blocks = (rest + value).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const [, name, data] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? []
      if (name !== undefined && data !== undefined) onEvent(name, data)
    }
  }
}
