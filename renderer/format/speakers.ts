import { listOf } from '../../electron/shared/messages/translate.ts'
import type { Speaker } from '../../electron/shared/trip.ts'

/** The names of speakers, without those who have none: "Ada Lind, Ola Berg". */
export const formatSpeakers = (speakers: readonly Speaker[]): string =>
  listOf(
    speakers.map(({ name }) => name).filter((name) => name !== ''),
    'unit',
  )
