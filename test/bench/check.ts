import { checkTrip } from '../../electron/journal/check/check-trip.ts'
import { newEntry } from '../../electron/shared/entries/new-entry.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { hasSampleProgrammes, programmeFrom, sampleProgramme } from '../support/read-programmes.ts'
import { inventTrip } from './invent-trip.ts'
import { type Limit, quantile, type Skipped } from './measurement.ts'

const ENTRIES = 200
const ROUNDS = 7

/** The check of a long report against a large programme: 661 sessions, and 200 entries with the words of another one. */
export async function measureCheck(): Promise<(Limit | Skipped)[]> {
  const name = `check of ${ENTRIES} entries against 661 sessions`
  if (!hasSampleProgrammes) return [{ name, skipped: 'there is no ../shared/samples' }]
  const checked = { trip: makeTrip(), programme: programmeFrom(sampleProgramme('frab/34c3.json')), choices: null }
  const size = checked.trip.entries.reduce((sum, { text }) => sum + text.length, 0)
  const times: number[] = []
  let remarks = 0
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    remarks = checkTrip(checked).length
    times.push(performance.now() - start)
  }
  const remark = `median of ${ROUNDS}; the first took ${times[0]?.toFixed(0)} ms; ${Math.round(size / 1000)} kB of text, ${remarks} remarks`
  return [{ name, longest: quantile(times, 0.5), limit: 1000, remark }]
}

/** Entries that name people and things as real texts do: the abstracts of a congress two years before. */
function makeTrip(): Trip {
  const texts = programmeFrom(sampleProgramme('frab/32c3.json')).sessions.filter(
    ({ abstract }) => abstract.length > 200,
  )
  const trip = inventTrip('A congress', 0, 0)
  const entries = texts.slice(0, ENTRIES).map(({ title, abstract, speakers }, index) => {
    const entry = newEntry('talk', trip.firstDay, null)
    return {
      ...entry,
      title,
      text: `${speakers.map(({ name }) => name).join(', ')}: ${abstract.slice(0, 1500)} (${index})`,
    }
  })
  return { ...trip, entries }
}
