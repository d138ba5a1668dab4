import { parentPort } from 'node:worker_threads'
import { assertNever } from '../../shared/result.ts'
import type { Answer, Order, Output } from './tasks.ts'
import type { Tell } from '../disk/tell.ts'

/*
 * Runs in a thread of its own: what comes from outside may be made to take for ever, or all of the memory, and then only
 * this thread ends.
 */
parentPort?.on('message', (order: Order) => {
  const { id } = order
  carryOut(order, (done, step) => say({ id, kind: 'progress', done, step })).then(
    (output) => say({ id, kind: 'output', output }, bytesIn(output)),
    (error: unknown) => say({ id, kind: 'error', error }),
  )
})

function say(answer: Answer, moved: ArrayBuffer[] = []): void {
  parentPort?.postMessage(answer, moved)
}

/** Each task brings what it needs when it is first asked for. */
async function carryOut(order: Order, tell: Tell): Promise<Output> {
  const begin = () => say({ id: order.id, kind: 'begun' })
  switch (order.task) {
    case 'report.read': {
      const { readReport } = await import('../importers/read-report.ts')
      begin()
      return await readReport(order.input)
    }
    case 'archive.open': {
      const { openArchiveTask } = await import('../archive/archive-tasks.ts')
      begin()
      return await openArchiveTask(order.input, tell)
    }
    case 'archive.photo': {
      const { readPhotoTask } = await import('../archive/archive-tasks.ts')
      begin()
      return await readPhotoTask(order.input.photoId)
    }
    default:
      return assertNever(order)
  }
}

/** The memory of a picture, which goes over as it is: copying would take it twice. */
function bytesIn(output: Output): ArrayBuffer[] {
  if (!output.ok || !(output.value instanceof Uint8Array)) return []
  const { buffer, byteLength } = output.value
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []
}
