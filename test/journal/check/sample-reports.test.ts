import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkTrip } from '../../../electron/journal/check/check-trip.ts'
import type { TripDetails } from '../../../electron/shared/trip.ts'
import { hasSamples, samples } from '../../support/report-folders.ts'
import { file, importReport } from '../../support/reports.ts'

/** The remarks on a published report whose trip has these details. */
async function remarksOn(name: string, details: Partial<TripDetails>) {
  const { trip } = importReport(file(name, new Uint8Array(await readFile(join(samples, name)))))
  return checkTrip({ trip: { ...trip, ...details }, programme: null, choices: null })
}

test.runIf(hasSamples)('the report from Darmstadt has one misspelt city, and at most one false alarm', async () => {
  const remarks = await remarksOn('pycon-de-2026.md', { city: 'Darmstadt', country: 'Germany' })
  expect(remarks).toContainEqual(expect.objectContaining({ code: 'place', text: 'Darmstad', suggestion: 'Darmstadt' }))
  expect(remarks.length).toBeLessThanOrEqual(2)
})

test.runIf(hasSamples)(
  'the report from Pittsburgh has one misspelt community, and at most one false alarm',
  async () => {
    const remarks = await remarksOn('pycon-us-2024.md', { city: 'Pittsburgh', tags: ['PyCon APAC'] })
    expect(remarks).toContainEqual(expect.objectContaining({ code: 'community', text: 'APAAC', suggestion: 'APAC' }))
    expect(remarks.length).toBeLessThanOrEqual(2)
  },
)
