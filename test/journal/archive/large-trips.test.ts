import { describe, expect, test } from 'vitest'
import { unpackTrip } from '../../../electron/journal/archive/unpack-trip.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { handMadeZip, somePicture, tripFiles } from '../../support/archives.ts'
import { codeOf, messageOf, someNote, tripWith } from '../../support/library.ts'

const picture = somePicture(1)
const trip: Trip = { ...tripWith([someNote({ text: 'Soup.' })]), photos: [picture.photo] }

async function unpack(changes: Partial<Trip>) {
  const unpacked = await unpackTrip({ kind: 'bytes', data: handMadeZip(tripFiles({ ...trip, ...changes }, [picture])) })
  if (unpacked.ok) unpacked.value.close()
  return unpacked
}

describe('a trip that is larger than anybody writes', () => {
  test.each([
    ['too many days', { firstDay: '0001-01-01', lastDay: '9999-12-31' }, 'import.trip-too-long'],
    ['a last day before the first', { lastDay: '2026-04-01' }, 'import.days-reversed'],
    ['too many entries', { entries: Array.from({ length: 50_001 }, () => someNote()) }, 'import.too-many-entries'],
  ] as const)('a file whose trip has %s is refused as a whole', async (_, changes, code) => {
    const refused = await unpack(changes)
    expect(codeOf(refused)).toBe(code)
    expect(messageOf(refused)).toContain('Nothing was imported.')
  })

  test('a trip of 400 days is accepted', async () => {
    expect((await unpack({ lastDay: '2027-05-18' })).ok).toBe(true)
  })
})
