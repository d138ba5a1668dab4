import { z } from 'zod'
import { jobKinds, jobSteps } from '../jobs.ts'
import { idSchema } from '../trip.ts'
import { channel, nothing } from './channel.ts'

const inJob = z.strictObject({ jobId: idSchema })

/** Jobs of any kind. Channels that start one are defined with `jobChannel`. */
export const jobChannels = {
  /** Cancels a job. Does nothing if the job has already ended. */
  'jobs.cancel': channel({ input: inJob, output: nothing }),
  /** Shows what a job wrote in the system's file manager. */
  'jobs.show': channel({ input: inJob, output: nothing }),
  /** Opens what a job wrote in the program that the system has for it. */
  'jobs.open': channel({ input: inJob, output: nothing }),
}

export const jobEvents = {
  'job.progress': inJob.extend({
    kind: z.enum(jobKinds),
    step: z.enum(jobSteps),
    /** From 0 to 1. */
    done: z.number(),
    /** The file or folder that is being worked on. */
    place: z.string().optional(),
    /** How many problems were found so far. */
    problems: z.int().optional(),
  }),
}
