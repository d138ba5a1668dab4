import { z } from 'zod'
import { captureKindSchema } from '../capture.ts'
import { settingsSchema } from '../settings.ts'
import { instantSchema } from '../time.ts'
import { idSchema } from '../trip.ts'
import { channel, nothing } from './channel.ts'

const line = z.string().max(10_000)

/** The small window over other programs. */
export const captureChannels = {
  /** What that window needs at its start. */
  'capture.begin': channel({
    input: nothing,
    output: z.strictObject({
      theme: settingsSchema.shape.theme,
      /** The trip that is under way, or else the open one. */
      trip: line,
      /** The talk that is on; empty if that is not clear. */
      talk: line,
      /** The people who may have said what is quoted. */
      speakers: z.array(line),
    }),
  }),
  /** Adds something to the entry about the talk that is on, or to a new note of today. */
  'capture.save': channel({
    input: z.strictObject({ kind: captureKindSchema, text: z.string().max(1024 * 1024), speaker: line }),
    output: z.strictObject({ tripId: idSchema, entryId: idSchema, name: line, savedAt: instantSchema }),
  }),
  /** Chooses the keys that open it from any program, or none. Refused if another program has them. */
  'capture.chooseKeys': channel({
    input: z.strictObject({ keys: settingsSchema.shape.captureKeys.unwrap() }),
    output: settingsSchema,
  }),
}

export const captureEvents = {
  /** Something was captured in that window. */
  'capture.saved': z.strictObject({ tripId: idSchema, entryId: idSchema, name: line }),
}
