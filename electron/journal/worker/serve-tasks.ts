import { parentPort } from 'node:worker_threads'
import type { Answer, Order, TaskHandlers, TaskTable } from './protocol.ts'

/**
 * Makes this thread carry out the tasks of a table. Untrusted input may take forever or use up all of the memory, and
 * then only this thread ends.
 *
 * @param loaders how to load each task's code; called when the task is asked for, so that no task pays for another
 */
export function serveTasks<T extends TaskTable<T>>(loaders: {
  [K in keyof T]: () => Promise<TaskHandlers<T>[K]>
}): void {
  const send = (answer: Answer<T>, moved: ArrayBuffer[] = []) => parentPort?.postMessage(answer, moved)

  const carryOut = async ({ id, task, input }: Order<T>): Promise<T[keyof T]['output']> => {
    const handle = await loaders[task]()
    send({ id, kind: 'begun' })
    return await handle(input, (done, step) => send({ id, kind: 'progress', done, step }))
  }

  parentPort?.on('message', (order: Order<T>) => {
    const { id } = order
    carryOut(order).then(
      (output) => send({ id, kind: 'output', output }, bytesIn(output)),
      (error: unknown) => send({ id, kind: 'error', error }),
    )
  })
}

/** The memory of a picture, which is transferred: a copy would take it twice. */
function bytesIn(output: TaskTable<{ task: unknown }>['task']['output']): ArrayBuffer[] {
  if (!output.ok || !(output.value instanceof Uint8Array)) return []
  const { buffer, byteLength } = output.value
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []
}
