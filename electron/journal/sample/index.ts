import { createHash } from 'node:crypto'
import { ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import { type Trip, TRIP_SCHEMA_VERSION } from '../../shared/trip.ts'
import type { Library } from '../library/library.ts'
import { changePlan, changeProgramme } from '../programmes/programme-store.ts'
import { lisbon } from './lisbon/trip.ts'
import { sampleId } from './sample-id.ts'
import type { SampleTrip } from './sample-trip.ts'
import { toronto } from './toronto/trip.ts'

/**
 * Adds the two sample trips to the library. One that already exists is left unchanged, even if it was edited.
 *
 * @returns both trips as they are in the library
 */
export async function addSample(library: Library): Promise<Result<Trip[]>> {
  const trips: Trip[] = []
  for (const sample of [lisbon, toronto]) {
    const added = await addTrip(library, sample)
    if (!added.ok) return added
    trips.push(added.value)
  }
  return ok(trips)
}

async function addTrip(library: Library, sample: SampleTrip): Promise<Result<Trip>> {
  const trip = buildTrip(sample)
  const present = await library.open(trip.id)
  // If a sample exists but cannot be read, it should be recovered rather than added twice.
  if (present.ok || present.error.code !== 'trip.missing') return present
  const created = await library.create(trip, new Map(sample.pictures.map((picture) => [picture.id, picture.data])))
  if (!created.ok) return created
  const { programme, plan } = sample
  if (programme !== null) {
    const stored = await changeProgramme(library, trip.id, () => ok(programme))
    if (!stored.ok) return stored
    const planned = await changePlan(library, trip.id, () => plan)
    if (!planned.ok) return planned
  }
  return ok(created.value.trip)
}

function buildTrip(sample: SampleTrip): Trip {
  const createdAt = now()
  return {
    schemaVersion: TRIP_SCHEMA_VERSION,
    id: sampleId(sample.name),
    ...sample.details,
    createdAt,
    updatedAt: createdAt,
    entries: sample.entries,
    deleted: [],
    photos: sample.pictures.map((picture) => ({
      id: picture.id,
      file: picture.file,
      mediaType: 'image/png',
      bytes: picture.data.byteLength,
      sha256: createHash('sha256').update(picture.data).digest('hex'),
      originalName: picture.file,
      caption: picture.caption,
      alt: picture.alt,
      credit: '',
      addedAt: createdAt,
    })),
    report: sample.report,
  }
}
