import { z } from 'zod'
import { channel, nothing } from './channel.ts'

/** Addresses that lead outside Lanyard. */
export const linkChannels = {
  'links.open': channel({ input: z.strictObject({ url: z.string().max(10_000) }), output: nothing, isPatient: true }),
  /** The address of a web page on the clipboard; `null` if there is anything else on it, which stays unread. */
  'links.copied': channel({ input: nothing, output: z.string().nullable() }),
}
