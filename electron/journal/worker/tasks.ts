import type { Result } from '../../shared/result.ts'
import type { ArchiveSource } from '../archive/archive-source.ts'
import type { UnpackedTrip } from '../archive/unpack-trip.ts'
import type { Imported, ImportDefaults, ImportFile } from '../importers/importer.ts'

/** What can be done in a worker: everything that makes sense of what others have written. */
export interface Tasks {
  /** Makes a trip of a report. */
  'report.read': { input: { files: readonly ImportFile[]; defaults: ImportDefaults }; output: Result<Imported> }
  /** Looks at an exported trip. The worker keeps it open for its pictures. */
  'archive.open': { input: ArchiveSource; output: Result<UnpackedTrip> }
  /** A picture of the archive that is open, once more compared with its record. */
  'archive.photo': { input: { photoId: string }; output: Result<Uint8Array> }
}

export type Task = keyof Tasks
export type Output = Tasks[Task]['output']

/** From the engine to the worker. */
export type Order = { [T in Task]: { id: number; task: T; input: Tasks[T]['input'] } }[Task]

/** From the worker to the engine. */
export type Answer =
  /** What the task needs is there: from now on it is its input that takes the time. */
  | { id: number; kind: 'begun' }
  | { id: number; kind: 'progress'; done: number; step: string }
  | { id: number; kind: 'output'; output: Output }
  | { id: number; kind: 'error'; error: unknown }
