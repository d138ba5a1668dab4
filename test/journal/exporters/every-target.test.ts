import { readFile, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exporters } from '../../../electron/journal/exporters/index.ts'
import { runExport } from '../../../electron/journal/exporters/run-export.ts'
import { composePost } from '../../../electron/journal/report/compose-post.ts'
import { listAll, photo, startExport } from '../../support/export-orders.ts'
import { everyWay, exportPost, readExported, usesDefaults, writesFiles } from '../../support/exports.ts'
import { codeOf, onlyTripFolder, someNote, tripWith, valueOf } from '../../support/library.ts'

test('every target has an id, a name and options that are unique to it', () => {
  const ids = exporters.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { id, options } of exporters) {
    expect(id).toMatch(/^[a-z][a-z0-9-]*$/)
    for (const name of Object.keys(options)) expect(name).toMatch(/^[a-z][a-z0-9-]*$/)
  }
})

const [inFiles, copied] = [
  everyWay.filter(({ exporter }) => writesFiles(exporter)),
  everyWay.filter(({ exporter }) => !writesFiles(exporter)),
]

test.each(inFiles)(
  'an export to $name is read back completely, and its names are valid on every system',
  async ({ exporter, options }) => {
    const started = await startExport()
    const { folder } = started
    const order = { ...started.order, target: exporter.id, options }
    const { path, files, census, missing, differences } = valueOf(await runExport(order))
    expect({ missing, differences, compared: census?.paragraphs }).toEqual({
      missing: [],
      differences: [],
      compared: 1,
    })
    const written = (await listAll(folder)).map((name) => join(folder, name))
    expect(files.toSorted()).toEqual(written)
    for (const file of files) {
      expect(file.startsWith(path ?? '-')).toBe(true)
      expect(file.slice(folder.length)).toMatch(/^(?:[\\/][A-Za-z0-9_][A-Za-z0-9._-]*)+$/)
    }
  },
)

describe.each(inFiles.filter(usesDefaults))('an export to $name', ({ exporter, options }) => {
  const start = async () => {
    const started = await startExport()
    return { ...started, order: { ...started.order, target: exporter.id, options } }
  }

  test('the export has the same bytes each time', async () => {
    const { folder, order } = await start()
    const { files } = valueOf(await runExport(order))
    const before = await Promise.all(files.map((file) => readFile(file, 'base64')))
    await rm(folder, { recursive: true })
    valueOf(await runExport(order))
    expect(await Promise.all(files.map((file) => readFile(file, 'base64')))).toEqual(before)
  })

  test('cancelling the export at any time leaves nothing behind', async () => {
    for (const when of [0, 0.2, 0.35, 0.5, 0.7]) {
      const { folder, order } = await start()
      const cancel = new AbortController()
      const onProgress = (done: number) => {
        if (done >= when) cancel.abort()
      }
      expect(codeOf(await runExport({ ...order, signal: cancel.signal, onProgress }))).toBe('cancelled.export')
      await expect(stat(folder)).rejects.toMatchObject({ code: 'ENOENT' })
    }
  })

  test('the export replaces only an earlier one of its kind', async () => {
    const { trip, folder, order } = await start()
    const first = valueOf(await runExport(order))
    expect(codeOf(await runExport(order))).toBe('export.target-exists')
    const changed = { ...trip, report: { ...trip.report, lead: 'New words.' } }
    const second = valueOf(await runExport({ ...order, trip: changed, replace: true }))
    expect((await listAll(folder)).map((name) => join(folder, name))).toEqual(first.files.toSorted())
    expect(Buffer.concat(await readExported(second)).includes('New words.')).toBe(true)
  })

  test('the export names a picture whose file is missing, and does not refer to it', async () => {
    const { library, order } = await start()
    await rm(join(await onlyTripFolder(library), 'photos', photo.file))
    const exported = valueOf(await runExport(order))
    const { files, missing, census } = exported
    if (!exporter.shows.tripPictures) return
    expect(missing).toEqual([{ name: 'Lantern.png', reason: 'no-file' }])
    expect(census?.pictures).toBe(0)
    expect(files.map((file) => basename(file))).toHaveLength(1)
    for (const part of await readExported(exported)) expect(part.toString()).not.toMatch(/Lantern\.png|photo:/i)
  })

  test('the export names a picture that was not among the files of an import', async () => {
    const { order } = await startExport('![A map](images/map.png)\n\n<img src="plan.png" alt="A plan">')
    const { missing, census } = valueOf(await runExport({ ...order, target: exporter.id, options }))
    if (!exporter.shows.tripPictures) return
    expect(missing).toEqual([
      { name: 'A map', reason: 'not-imported' },
      { name: 'A plan', reason: 'not-imported' },
    ])
    expect(census?.pictures).toBe(0)
  })
})

describe.each(copied)('an export with $name', ({ exporter, options }) => {
  const start = async () => {
    const { library, trip, folder, order } = await startExport()
    return { library, trip, folder, order: { ...order, target: exporter.id, options } }
  }

  test('the export is read back completely, and writes no file', async () => {
    const { folder, order } = await start()
    const { path, files, clipboard, census, missing, differences } = valueOf(await runExport(order))
    expect({ path, files, missing, differences }).toEqual({ path: null, files: [], missing: [], differences: [] })
    expect(census?.paragraphs).toBe(1)
    expect(clipboard?.text).toMatch(/^(?:# |<!-- wp:)/)
    await expect(stat(folder)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('the export does not refer to a picture whose file is missing', async () => {
    const { library, order } = await start()
    await rm(join(await onlyTripFolder(library), 'photos', photo.file))
    const { clipboard, missing } = valueOf(await runExport(order))
    expect(JSON.stringify(clipboard)).not.toContain('photo:')
    if (!exporter.shows.tripPictures) return
    expect(missing).toEqual([{ name: 'Lantern.png', reason: 'no-file' }])
    expect(clipboard?.html).not.toMatch(/Lantern\.png|<img/)
  })
})

test.each(everyWay)(
  '$name keeps code with line breaks or without a line, and items that begin with nothing',
  async (way) => {
    const text = '### A\n\n```js\n```\n\n`a\nb`\n---\n\n- [x] &nbsp;\n\n  words'
    const { post } = composePost({ ...tripWith([someNote({ title: 'Arrival', text })]) })
    const { differences } = await exportPost(way.exporter, post, new Map(), way.options)
    expect(differences).toEqual([])
  },
)
