import { z } from 'zod'
import { channel, nothing } from './channel.ts'

/** Addresses that are opened outside Lanyard. */
export const linkChannels = {
  'links.open': channel({ input: z.strictObject({ url: z.string().max(10_000) }), output: nothing, isPatient: true }),
}
