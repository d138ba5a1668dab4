import { createHash } from 'node:crypto'
import type { Photo } from '../../electron/shared/trip.ts'
import { onePixel } from './trips.ts'

/** The record of a picture with the bytes of `onePixel`, and the fields that the test is about. */
export function photoOf(changes: Partial<Photo> = {}): Photo {
  return {
    id: '11111111-1111-4111-8111-111111111111',
    file: 'lantern-11111111.png',
    mediaType: 'image/png',
    bytes: onePixel.byteLength,
    sha256: createHash('sha256').update(onePixel).digest('hex'),
    originalName: 'Lantern.png',
    caption: '',
    alt: '',
    credit: '',
    addedAt: '2026-04-14T10:00:00Z',
    ...changes,
  }
}

export const somePhoto = photoOf()
