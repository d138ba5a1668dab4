import { z } from 'zod'
import { MAX_BUNDLE_BYTES } from '../import-limits.ts'
import type { JobKind } from '../jobs.ts'
import { MAX_PICTURE_BYTES } from '../pictures.ts'
import { idSchema, tripSchema } from '../trip.ts'
import { instantSchema } from '../time.ts'

const MEBIBYTE = 1024 * 1024

/** The input and output of a channel, and what it needs from a shell. */
export interface ChannelSpec<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  J extends JobKind | null = JobKind | null,
> {
  input: I
  output: O
  /** The kind of job that a call starts; `null` if the response comes soon. */
  job: J
  /** Maximum size of the request's body in the browser shell, in bytes. Base64 turns three bytes into four. */
  maxBytes: number
  /** Whether a late response is normal, because the user is asked something or the work can be large. */
  isPatient: boolean
}

type Limits = Pick<ChannelSpec, 'maxBytes' | 'isPatient'>

/** Defines a channel. By default, a request may have 64 MiB and slow responses are logged. */
export function channel<I extends z.ZodType, O extends z.ZodType>(
  spec: Pick<ChannelSpec<I, O>, 'input' | 'output'> & Partial<Limits>,
): ChannelSpec<I, O, null> {
  return { job: null, maxBytes: 64 * MEBIBYTE, isPatient: false, ...spec }
}

/**
 * Defines a channel whose calls are jobs: they can be followed by `job.progress` and cancelled by `jobs.cancel`, and
 * Lanyard asks about them before it quits. In addition to its own input, it takes a `jobId`, which the caller
 * generates.
 */
export function jobChannel<J extends JobKind, S extends z.ZodRawShape, O extends z.ZodType>(
  kind: J,
  spec: { input: S; output: O } & Partial<Pick<Limits, 'maxBytes'>>,
): ChannelSpec<z.ZodObject<S & { jobId: typeof idSchema }, z.core.$strict>, O, J> {
  const input = z.strictObject({ ...spec.input, jobId: idSchema })
  return { ...channel({ ...spec, input, isPatient: true }), job: kind }
}

/**
 * The size of a request with this many bytes in Base64, plus room for their names and for files slightly over the
 * limit.
 */
const carrying = (contents: number) => Math.ceil((contents * 4) / 3 + contents / 10)

/** For requests that carry the files of an import, or a trip as one file. */
export const WITH_FILES = carrying(MAX_BUNDLE_BYTES)
/** For requests that carry one picture. */
export const WITH_PICTURE = carrying(MAX_PICTURE_BYTES)

/** The contents of a file. The largest is a trip with all its pictures. */
export const bytes = z
  .instanceof(Uint8Array)
  .refine((data) => data.byteLength <= MAX_BUNDLE_BYTES, { error: 'too large', params: { isTooLarge: true } })

export const nothing = z.strictObject({})
export const inTrip = { tripId: idSchema }
/** The report of a trip that a call is about: its first one if none is named. */
export const inReport = { ...inTrip, reportId: idSchema.optional() }
export const inEntry = { ...inTrip, entryId: idSchema }

/** A trip after a change. */
export const changed = z.strictObject({
  trip: tripSchema,
  /** When the new state was safely on the disk. */
  savedAt: instantSchema,
})
