import { z } from 'zod'
import { instantSchema } from '../time.ts'
import { idSchema, photoSchema } from '../trip.ts'
import { bytes, channel, inTrip, WITH_PICTURE } from './channel.ts'

const savedPhoto = z.strictObject({ photo: photoSchema, savedAt: instantSchema })

/** A trip's pictures. */
export const photoChannels = {
  'photos.add': channel({
    input: z.strictObject({ ...inTrip, name: z.string().max(1000), data: bytes }),
    output: savedPhoto,
    maxBytes: WITH_PICTURE,
  }),
  'photos.save': channel({
    input: z.strictObject({
      ...inTrip,
      photoId: idSchema,
      changes: photoSchema.pick({ caption: true, alt: true, credit: true }).partial(),
    }),
    output: savedPhoto,
  }),
}
