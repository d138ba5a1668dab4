import { z } from 'zod'
import { checkRemarkSchema } from '../check/remark.ts'
import { channel, inReport } from './channel.ts'

/** Comparing a trip with its programme, its people and itself. */
export const checkChannels = {
  /** What is probably wrong or unfinished in a trip and its report. */
  'check.run': channel({
    input: z.strictObject({
      ...inReport,
      /** Whether what is unfinished in the report is left out. */
      onlyFacts: z.boolean().default(false),
      /** The id of the target that the report is meant for; missing if it is not known. */
      target: z.string().optional(),
    }),
    output: z.strictObject({ remarks: z.array(checkRemarkSchema) }),
    isPatient: true,
  }),
}
