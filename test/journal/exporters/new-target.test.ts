import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { keepExportThread } from '../../../electron/journal/exporters/export-thread.ts'
import { type ExportOrder, runExport } from '../../../electron/journal/exporters/run-export.ts'
import { describeExport } from '../../../electron/shared/describe-export.ts'
import { listAll, slug, startExport } from '../../support/export-orders.ts'
import { extraTargets } from '../../support/extra-targets.ts'
import { codeOf, messageOf, valueOf } from '../../support/library.ts'
import { onePixel } from '../../support/trips.ts'

/** A name that the build and the tests do not mistake for an address on a server. */
const here = import.meta.url

/* A new target only has to be in the registry: nothing else knows these. */
async function start(target: string): Promise<{ folder: string; order: ExportOrder }> {
  const thread = keepExportThread(new URL('../../support/extra-targets-worker.ts', here))
  onTestFinished(() => thread.close())
  const { folder, order } = await startExport()
  return { folder, order: { ...order, target, exporters: extraTargets, thread } }
}

test('a new site is written with its folders, read back and compared', async () => {
  const { folder, order } = await start('some-site')
  const { makes, census, missing, differences } = valueOf(await runExport(order))
  expect({ makes, missing, differences }).toEqual({ makes: 'site', missing: [], differences: [] })
  expect(census).toMatchObject({ paragraphs: 1, pictures: 1 })
  const files = [`_posts/${slug}.md`, `assets/img/${slug}/Lantern.png`]
  expect(await listAll(folder)).toEqual(files.map((file) => `${slug}/${file}`))
  expect(await readFile(join(folder, slug, files[1] ?? ''))).toEqual(onePixel)
})

test('a new site accepts its options, and drops the folders that it no longer needs', async () => {
  const { folder, order } = await start('some-site')
  valueOf(await runExport(order))
  valueOf(await runExport({ ...order, options: { drafts: true }, replace: true }))
  // A former post may have been edited by hand, so it stays.
  expect((await readdir(join(folder, slug))).toSorted()).toEqual(['_drafts', '_posts', 'assets'])
})

test('a new document is one file, compared as bytes', async () => {
  const { folder, order } = await start('some-document')
  const exported = valueOf(await runExport(order))
  expect(exported).toMatchObject({ makes: 'document', compared: 'bytes', census: null, differences: [] })
  expect(describeExport(exported)).toMatch(/^Everything was written\./)
  expect(await listAll(folder)).toEqual([`${slug}.bin`])
  expect((await readFile(join(folder, `${slug}.bin`))).subarray(0, 2)).toEqual(Buffer.from([0, 255]))
})

test('a new target for the clipboard writes no file', async () => {
  const { folder, order } = await start('some-clipboard')
  const { path, files, clipboard } = valueOf(await runExport(order))
  expect({ path, files }).toEqual({ path: null, files: [] })
  expect(clipboard?.html).toContain('<p>It “rained”.</p>')
  expect(clipboard?.text).toContain('It “rained”.')
  await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' })
})

test('an option that a target does not have is refused by name, and nothing is written', async () => {
  const { folder, order } = await start('some-site')
  const unknown = await runExport({ ...order, options: { colour: 'red' } })
  expect(codeOf(unknown)).toBe('export.unknown-option')
  expect(messageOf(unknown)).toContain('drafts')
  const invalid = await runExport({ ...order, options: { drafts: 'maybe' } })
  expect(codeOf(invalid)).toBe('export.invalid-option')
  expect(messageOf(invalid)).toContain('yes or no')
  expect(codeOf(await runExport({ ...order, target: 'some-clipboard', options: { a: 1 } }))).toBe('export.no-options')
  await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a target that never ends can be cancelled at once, and leaves nothing behind', async () => {
  const { folder, order } = await start('some-endless')
  const cancel = new AbortController()
  const exporting = runExport({
    ...order,
    signal: cancel.signal,
    onProgress: (done) => {
      if (done >= 0.35) setTimeout(() => cancel.abort(), 100)
    },
  })
  expect(codeOf(await exporting)).toBe('cancelled.export')
  await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' })
})
