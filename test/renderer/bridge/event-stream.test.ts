import { expect, it } from 'vitest'
import { readEvents } from '../../../renderer/bridge/event-stream.ts'

it('events are read from a stream that is cut at any byte', async () => {
  const text = 'event: a\ndata: {"x":"é\\n"}\n\nevent: b\ndata: 2\n\n: nothing\n\nevent: c\ndata: cut'
  const bytes = new TextEncoder().encode(text)
  for (const size of [1, 2, 7, 1000]) {
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
      bytes.slice(at * size, (at + 1) * size),
    )
    const body = new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(piece)
        controller.close()
      },
    })
    const heard: string[] = []
    await readEvents(body, (name, data) => heard.push(`${name} ${data}`))
    expect(heard).toEqual(['a {"x":"é\\n"}', 'b 2'])
  }
})
