import { z } from 'zod'
import { conflictChoiceSchema, destinationSchema } from '../destinations.ts'
import { idSchema } from '../trip.ts'
import { channel, inReport, jobChannel, nothing } from './channel.ts'
import { siteOutcomeSchema } from './exports.ts'

const destinations = z.array(destinationSchema)

/** The folder of a site, as far as it can be seen what it is. */
export const foundSiteSchema = z.strictObject({
  /** Absolute. */
  folder: z.string(),
  /** The folder's own name. */
  name: z.string(),
  /** The target that its files suggest; `null` if they suggest none. */
  target: z.string().nullable(),
})

/** Sites that reports are exported to again and again. */
export const destinationChannels = {
  'destinations.list': channel({ input: nothing, output: destinations }),
  /** Asks for the folder of a site; `null` if the user cancelled. */
  'destinations.chooseFolder': channel({
    input: z.strictObject({ startAt: idSchema.nullable() }),
    output: foundSiteSchema.nullable(),
    isPatient: true,
  }),
  /** Adds a destination or changes it. Its folder must be the one that it has, or one that the user has just chosen. */
  'destinations.save': channel({ input: z.strictObject({ destination: destinationSchema }), output: destinations }),
  /** Forgets a destination. Nothing changes in the site. */
  'destinations.remove': channel({ input: z.strictObject({ destinationId: idSchema }), output: destinations }),
  'destinations.export': jobChannel('export', {
    input: { ...inReport, destinationId: idSchema, choice: conflictChoiceSchema },
    output: siteOutcomeSchema,
  }),
}

export type FoundSite = z.infer<typeof foundSiteSchema>
