import { render } from '../../electron/shared/messages/translate.ts'
import { mkdir } from 'node:fs/promises'
import { engineOver } from './restart.ts'
import { tripToSaveIn } from './save-texts.ts'

/** A library with one trip, which successive processes save to until they are killed. */
export interface Ground {
  /** The folder that contains the library, `Lanyard`. */
  documents: string
  tripId: string
  entryIds: string[]
  textLength: number
  /** The number of the next save. */
  next: number
}

/** @param documents a folder that does not exist yet */
export async function makeGround(documents: string, bytes: number): Promise<Ground> {
  await mkdir(documents, { recursive: true })
  const engine = await engineOver(documents)
  const { trip, textLength } = tripToSaveIn(bytes)
  const created = await engine.context.library.create(trip)
  await engine.close()
  if (!created.ok) throw new Error(render(created.error))
  const entryIds = trip.entries.map(({ id }) => id)
  return { documents, tripId: trip.id, entryIds, textLength, next: entryIds.length }
}
