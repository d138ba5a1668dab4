import { create } from 'zustand'
import type { Archive } from '../../electron/shared/archive.ts'

/** How far something has come that takes a while. */
export interface Progress {
  /** From 0 to 1. */
  done: number
  step: string
}

export type TripFileStage =
  | { name: 'idle' }
  /** `title` says what is being done. */
  | { name: 'working'; archiveId: string; title: string; progress: Progress | null }
  /** The trip is in the library already, and somebody has to say what becomes of the file. */
  | { name: 'asking'; archive: Archive }
  /** It is done, and not all of it went as one would think. */
  | { name: 'telling'; title: string; message: string; remarks: readonly string[] }

/** What is being done with a trip as a file; one thing at a time. */
export const useTripFile = create<{ stage: TripFileStage }>()(() => ({ stage: { name: 'idle' } }))
