import { parentPort } from 'node:worker_threads'
import type { Answer, Order, TaskHandlers, TaskTable } from './protocol.ts'
import { wholeBuffers } from './whole-buffers.ts'

/**
 * Makes this thread run the tasks of a table, one after the other. Untrusted input may take forever or use up all
 * memory, and then only this thread ends.
 *
 * @param loaders how to load each task's code; called on the task's first request, so that no task pays for another
 */
export function serveTasks<T extends TaskTable<T>>(loaders: {
  [K in keyof T]: () => Promise<TaskHandlers<T>[K]>
}): void {
  const send = (answer: Answer<T>, moved: ArrayBuffer[] = []) => parentPort?.postMessage(answer, moved)

  const carryOut = async ({ id, task, input }: Order<T>): Promise<void> => {
    try {
      const handle = await loaders[task]()
      send({ id, kind: 'begun' })
      const output = await handle(input, (done, step) => send({ id, kind: 'progress', done, step }))
      send({ id, kind: 'output', output }, wholeBuffers(output))
    } catch (error) {
      send({ id, kind: 'error', error })
    }
  }

  // One after the other, so that it is clear which of several tasks takes forever: the one that has begun.
  let last = Promise.resolve()
  parentPort?.on('message', (order: Order<T>) => {
    last = last.then(() => carryOut(order))
  })
}
