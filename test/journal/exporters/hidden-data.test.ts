import { copyFile, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ExportOrder, runExport } from '../../../electron/journal/exporters/run-export.ts'
import type { ExportSummary } from '../../../electron/shared/contract/exports.ts'
import { webPictures } from '../../../electron/journal/exporters/exporter.ts'
import { pictureType } from '../../../electron/shared/pictures.ts'
import { describePhoto } from '../../../electron/journal/library/photo-data.ts'
import { listAll, slug, startExport } from '../../support/export-orders.ts'
import { everyWay, readExported, usesDefaults } from '../../support/exports.ts'
import { onlyTripFolder, someNote, valueOf } from '../../support/library.ts'
import { SECRET, somePictures } from '../../support/some-pictures.ts'

/** A trip with an additional picture, both of which its only entry shows. */
async function startWith(data: Buffer): Promise<{ folder: string; order: ExportOrder; original: string }> {
  const { library, folder, order } = await startExport()
  const photo = valueOf(describePhoto(data, 'Quiet street.jpg'))
  const text = `![A street](photo:${photo.id})\n\n![A lantern](photo:${order.trip.photos[0]?.id})`
  const change = { photos: [...order.trip.photos, photo], entries: [someNote({ title: 'Arrival', text })] }
  const changed = await library.update(
    order.trip.id,
    (trip) => ({ ok: true, value: { ...trip, ...change } }),
    new Map([[photo.id, new Uint8Array(data)]]),
  )
  const original = join(await onlyTripFolder(library), 'photos', photo.file)
  return { folder, order: { ...order, trip: valueOf(changed).trip }, original }
}

const readAll = async (exported: ExportSummary) => Buffer.concat(await readExported(exported))

describe.each(everyWay.filter((way) => way.exporter.shows.tripPictures && usesDefaults(way)))(
  'an export to $name',
  (way) => {
    // The pictures are made up, and cannot be decoded: those that would be converted for this target are not for it.
    const { pictures = webPictures } = way.exporter
    const { types } = typeof pictures === 'function' ? pictures(way.options) : pictures
    const shown = somePictures.filter(({ full }) => types.some((type) => type === pictureType(full(1))))
    test.each(shown)('the export contains nothing that is hidden in a $name', async ({ full, kept }) => {
      const { order, original } = await startWith(full(6))
      const exported = valueOf(await runExport({ ...order, target: way.exporter.id, options: way.options }))
      expect(exported).toMatchObject({ missing: [], differences: [], census: { pictures: 2 } })
      const all = await readAll(exported)
      for (const part of kept) expect(all.includes(part)).toBe(true)
      expect(all.includes(SECRET)).toBe(false)
      // The journal keeps the original.
      expect(await readFile(original)).toEqual(full(6))
    })

    test('the export leaves out a picture that cannot be parsed, and says which and why', async () => {
      const { order } = await startWith(Buffer.from(`\xff\xd8\xff\xe0 ${SECRET}`, 'latin1'))
      const exported = valueOf(await runExport({ ...order, target: way.exporter.id, options: way.options }))
      expect(exported.missing).toEqual([{ name: 'Quiet street.jpg', reason: 'damaged' }])
      expect(exported.census?.pictures).toBe(1)
      expect((await readAll(exported)).includes(SECRET)).toBe(false)
    })
  },
)

test('an exported picture is removed by the next export if it is private by then', async () => {
  const { folder, order } = await startWith(somePictures[0]?.full(6) ?? Buffer.alloc(0))
  valueOf(await runExport(order))
  expect(await listAll(folder)).toContain(`${slug}/A-street.jpg`)
  const entries = order.trip.entries.map((entry) => ({ ...entry, private: true }))
  valueOf(await runExport({ ...order, trip: { ...order.trip, entries }, replace: true }))
  expect(await listAll(folder)).toEqual([`${slug}/index.md`])
})

test('a picture that an earlier version exported unchanged is also removed by the next export', async () => {
  const { folder, order, original } = await startWith(somePictures[0]?.full(6) ?? Buffer.alloc(0))
  const { files } = valueOf(await runExport(order))
  const exported = files.find((file) => file.endsWith('A-street.jpg')) ?? ''
  await copyFile(original, exported)
  valueOf(await runExport({ ...order, replace: true }))
  expect((await readFile(join(folder, slug, 'A-street.jpg'))).includes(SECRET)).toBe(false)
  expect((await stat(original)).size).toBeGreaterThan((await stat(exported)).size)
})
