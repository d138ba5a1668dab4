import type { Destination } from '../shared/destinations.ts'
import { foldName } from '../shared/fold-text.ts'
import type { Journal } from './journal.ts'

/** The destination with a name or an id, or `null`. */
export async function findDestination(journal: Journal, wanted: string): Promise<Destination | null> {
  const { destinations } = await journal.settings.reread()
  const name = foldName(wanted)
  return destinations.find((one) => one.id === wanted || foldName(one.name) === name) ?? null
}
