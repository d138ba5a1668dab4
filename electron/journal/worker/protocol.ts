import type { JobStep } from '../../shared/jobs.ts'
import type { Result } from '../../shared/result.ts'
import type { ReportProgress } from '../jobs/report-progress.ts'

/** The tasks of a worker: the input and the output of each. Each part of the engine has its own table. */
export type TaskTable<T> = { [K in keyof T]: { input: unknown; output: Result<unknown> } }

/** The implementations of a table's tasks in the worker's thread. */
export type TaskHandlers<T extends TaskTable<T>> = {
  [K in keyof T]: (input: T[K]['input'], reportProgress: ReportProgress) => T[K]['output'] | Promise<T[K]['output']>
}

/** From the engine to the worker. */
export type Order<T extends TaskTable<T>> = { [K in keyof T]: { id: number; task: K; input: T[K]['input'] } }[keyof T]

/** From the worker to the engine. */
export type Answer<T extends TaskTable<T>> =
  /** The code of the task has been loaded: from here on, its input is what takes the time. */
  | { id: number; kind: 'begun' }
  | { id: number; kind: 'progress'; done: number; step: JobStep }
  | { id: number; kind: 'output'; output: T[keyof T]['output'] }
  | { id: number; kind: 'error'; error: unknown }
