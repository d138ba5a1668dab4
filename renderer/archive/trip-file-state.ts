import { create } from 'zustand'
import type { Archive } from '../../electron/shared/archive.ts'
import type { Message } from '../../electron/shared/messages/message.ts'
import type { JobProgress } from '../bridge/run-job.ts'

export type TripFileStage =
  | { name: 'idle' }
  /** `title` names the job. */
  | { name: 'working'; title: string; progress: JobProgress | null; cancel: () => void }
  /** The trip is in the library already, and the user has to choose what to do with the file. */
  | { name: 'asking'; archive: Archive }
  /** Finished, with remarks that the user should read. */
  | { name: 'remarks'; title: string; message: string; remarks: readonly Message[] }

/** The job that is being done with a trip file, one at a time. */
export const useTripFile = create<{ stage: TripFileStage }>()(() => ({ stage: { name: 'idle' } }))
