import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runExport } from '../../../electron/journal/exporters/run-export.ts'
import { describePhoto } from '../../../electron/journal/library/photo-data.ts'
import { run } from '../../support/decoded-pictures.ts'
import { listAll, slug, startExport } from '../../support/export-orders.ts'
import { missingPrograms } from '../../support/hidden-data.ts'
import { onlyTripFolder, someNote, valueOf } from '../../support/library.ts'

if (missingPrograms.length > 0) process.stdout.write(`Skipped: not on this machine: ${missingPrograms.join(', ')}.\n`)

/** A trip that shows a photo of 1,800 × 300 pixels, which every export for the web makes smaller. */
async function startWithPhoto() {
  const { library, folder, order } = await startExport()
  const data = new Uint8Array(run('convert', '-size', '1800x300', 'gradient:navy-orange', 'jpg:-'))
  const photo = { ...valueOf(describePhoto(data, 'DSC_0815.jpg')), alt: 'The old town' }
  const entries = [someNote({ title: 'Arrival', text: `![](photo:${photo.id})` })]
  const changed = await library.update(
    order.trip.id,
    (trip) => ({ ok: true, value: { ...trip, photos: [photo], entries } }),
    new Map([[photo.id, data]]),
  )
  const { trip } = valueOf(changed)
  return {
    folder,
    order: { ...order, trip, replace: true },
    original: join(await onlyTripFolder(library), 'photos', photo.file),
  }
}

const made = `${slug}-html`
const widthOf = (path: string) => Number(run('identify', '-format', '%w', path))

test.skipIf(missingPrograms.length > 0)(
  'a page beside its pictures has a wide photo in two sizes, and browsers choose by the width of the window',
  async () => {
    const { folder, order, original } = await startWithPhoto()
    const before = await readFile(original)
    const asPage = { ...order, target: 'html', options: { pictures: 'beside' } }
    valueOf(await runExport(asPage))
    const page = await readFile(join(folder, made, 'index.html'), 'utf8')
    const [, srcset = ''] = /srcset="([^"]*)"/.exec(page) ?? []
    const offered = srcset.split(', ').map((one) => one.split(' '))
    expect(offered).toEqual([
      ['images/The-old-town-800.jpg', '800w'],
      ['images/The-old-town.jpg', '1600w'],
    ])
    expect(offered.map(([path = '']) => widthOf(join(folder, made, path)))).toEqual([800, 1600])
    expect(page).toMatch(/ sizes="[^"]+"/)
    expect(await readFile(original)).toEqual(before)

    // Both sizes are known as ours, even though nothing about this export was noted.
    const entries = order.trip.entries.map((entry) => ({ ...entry, private: true }))
    valueOf(await runExport({ ...asPage, trip: { ...order.trip, entries } }))
    expect(await listAll(folder)).toEqual([`${made}/index.html`])
  },
)
