import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addPhoto } from '../../../electron/journal/edits/save-photo.ts'
import { describePhoto } from '../../../electron/journal/library/photo-data.ts'
import { chooseCover } from '../../../electron/journal/trip-file/choose-cover.ts'
import { ok } from '../../../electron/shared/result.ts'
import type { Note, Photo, Report, Trip } from '../../../electron/shared/trip.ts'
import { addTrip, someLibrary, someNote, tripWith, valueOf } from '../../support/library.ts'
import { photoOf } from '../../support/photos.ts'
import { onePixel } from '../../support/trips.ts'

const stage = photoOf({ id: '11111111-1111-4111-8111-111111111111' })
const tarts = photoOf({ id: '22222222-2222-4222-8222-222222222222' })

const show = ({ id }: Photo) => `Before.\n\n![](photo:${id} "A caption")\n\nAfter.`
const noteOn = (day: string, photo: Photo, changes: Partial<Note> = {}) =>
  someNote({ day, text: show(photo), ...changes })

function someTrip(entries: Note[], photos: Photo[] = [stage, tarts], report: Partial<Report> = {}): Trip {
  const trip = tripWith(entries)
  return { ...trip, photos, report: { ...trip.report, ...report } }
}

describe('the cover of a trip', () => {
  test('the cover is the first picture of the first day that has one', () => {
    const later = noteOn('2026-04-15', stage)
    const earlier = someNote({ day: '2026-04-14', text: `Words only.\n\n${show(tarts)}\n\n${show(stage)}` })
    expect(chooseCover(someTrip([later, earlier]))).toBe(tarts.id)
    expect(chooseCover(someTrip([noteOn('2026-04-14', stage), earlier]))).toBe(stage.id)
  })

  test('a picture of a private entry is never the cover', () => {
    const hidden = noteOn('2026-04-14', stage, { private: true })
    expect(chooseCover(someTrip([hidden, noteOn('2026-04-15', tarts)]))).toBe(tarts.id)
    expect(chooseCover(someTrip([hidden]))).toBeNull()
  })

  test('a trip whose entries have no pictures has the first one of its report as the cover', () => {
    const closing = { heading: '', text: show(stage) }
    expect(chooseCover(someTrip([someNote()], [stage, tarts], { closing }))).toBe(stage.id)
    expect(chooseCover(someTrip([someNote()], [stage, tarts], { closing, lead: show(tarts) }))).toBe(tarts.id)
    expect(chooseCover(someTrip([noteOn('2026-04-14', stage)], [stage, tarts], { lead: show(tarts) }))).toBe(stage.id)
  })

  test('pictures that no text shows, or that the trip does not have, are no cover', () => {
    expect(chooseCover(someTrip([someNote({ text: 'Words only.' })]))).toBeNull()
    expect(chooseCover(someTrip([noteOn('2026-04-14', stage), noteOn('2026-04-15', tarts)], [tarts]))).toBe(tarts.id)
  })

  test('the picture that was chosen is the cover, also from a private entry, as long as the trip has it', () => {
    const hidden = noteOn('2026-04-15', tarts, { private: true })
    const trip = someTrip([noteOn('2026-04-14', stage), hidden])
    expect(chooseCover({ ...trip, cover: tarts.id })).toBe(tarts.id)
    expect(chooseCover({ ...trip, cover: null })).toBe(stage.id)
    expect(chooseCover({ ...trip, photos: [stage], cover: tarts.id })).toBe(stage.id)
  })

  test('neither a picture that may move nor an enormous one is the cover', () => {
    const entries = [noteOn('2026-04-14', stage), noteOn('2026-04-15', tarts)]
    expect(chooseCover(someTrip(entries, [{ ...stage, mediaType: 'image/gif' }, tarts]))).toBe(tarts.id)
    expect(chooseCover(someTrip(entries, [{ ...stage, bytes: 20 * 1024 * 1024 }, tarts]))).toBe(tarts.id)
  })

  test('the list of trips tells the cover, also if its cache is from before there were covers', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library, [someNote()])
    const photo = valueOf(describePhoto(onePixel, 'Stage.png'))
    valueOf(await library.update(trip.id, (state) => addPhoto(state, photo), new Map([[photo.id, onePixel]])))
    valueOf(
      await library.update(trip.id, (state) =>
        ok({ ...state, entries: state.entries.map((entry) => ({ ...entry, text: show(photo) })) }),
      ),
    )
    const listed = valueOf(await library.list())
    expect(listed.trips).toMatchObject([{ id: trip.id, cover: photo.id }])
    await library.close()

    const cache = join(library.folder, '.cache', 'trips.json')
    const before = (await readFile(cache, 'utf8'))
      .replace('"version":3', '"version":2')
      .replace(`,"cover":"${photo.id}"`, '')
    expect(before).not.toContain('cover')
    await writeFile(cache, before)
    const again = valueOf(await (await someLibrary({ folder: library.folder })).list())
    expect(again).toEqual(listed)
  })
})
