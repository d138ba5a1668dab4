import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openExportNotes } from '../../../electron/journal/exporters/export-notes.ts'
import { runExport } from '../../../electron/journal/exporters/run-export.ts'
import { startExport } from '../../support/export-orders.ts'
import { codeOf, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

async function start() {
  const file = join(await temporaryFolder(), 'own', 'exports.json')
  const notes = openExportNotes(file)
  const started = await startExport()
  return { ...started, file, notes, order: { ...started.order, notes } }
}

const withLead = <T extends { report: object }>(trip: T, lead: string): T => ({
  ...trip,
  report: { ...trip.report, lead },
})

describe.each(['markdown', 'html', 'text'])('exporting to %s again', (target) => {
  test('replaces the last export without a question', async () => {
    const { trip, order } = await start()
    const first = valueOf(await runExport({ ...order, target }))
    const second = valueOf(await runExport({ ...order, target, trip: withLead(trip, 'New words.') }))
    expect(second.path).toBe(first.path)
    expect(await readFile(second.files[0] ?? '', 'utf8')).toContain('New words.')
  })

  test('leaves a text alone that somebody has changed since, and says so', async () => {
    const { trip, order } = await start()
    const [file = ''] = valueOf(await runExport({ ...order, target })).files
    await writeFile(file, 'Mended by hand.')
    const again = { ...order, target, trip: withLead(trip, 'New words.') }
    expect(await runExport(again)).toMatchObject({
      error: { code: 'export.target-exists', params: { what: 'changed' } },
    })
    expect(await readFile(file, 'utf8')).toBe('Mended by hand.')
    valueOf(await runExport({ ...again, replace: true }))
    expect(await readFile(file, 'utf8')).toContain('New words.')
    // From now on it is Lanyard's again.
    valueOf(await runExport({ ...again, trip: withLead(trip, 'Newer words.') }))
    expect(await readFile(file, 'utf8')).toContain('Newer words.')
  })

  test('asks about something that no export of this computer has written', async () => {
    const { order } = await start()
    valueOf(await runExport({ ...order, target }))
    const others = openExportNotes(join(await temporaryFolder(), 'exports.json'))
    const again = await runExport({ ...order, target, notes: others })
    expect(again).toMatchObject({ error: { code: 'export.target-exists', params: { what: 'export' } } })
  })
})

test('an export whose text was deleted is written again without a question', async () => {
  const { order } = await start()
  const [file = ''] = valueOf(await runExport({ ...order, target: 'markdown' })).files
  await rm(file)
  valueOf(await runExport({ ...order, target: 'markdown' }))
  expect(await readFile(file, 'utf8')).not.toBe('')
})

test('an export asks before it replaces that of another trip with the same name', async () => {
  const { trip, order } = await start()
  const other = { ...order, trip: { ...trip, id: crypto.randomUUID() } }
  valueOf(await runExport({ ...order, target: 'text' }))
  expect(codeOf(await runExport({ ...other, target: 'text' }))).toBe('export.target-exists')
})

test('the last export of a trip to each target is remembered with its options, before those of other trips', async () => {
  const { trip, order, notes } = await start()
  const other = { ...order, trip: { ...trip, id: crypto.randomUUID() }, replace: true }
  valueOf(await runExport({ ...order, target: 'text', options: { width: 72 } }))
  valueOf(await runExport({ ...other, target: 'text', options: { width: 60 } }))
  valueOf(await runExport({ ...other, target: 'markdown' }))
  const mine = await notes.last(trip.id)
  expect(mine.map(({ reportId, target }) => [reportId === trip.id, target])).toEqual([
    [false, 'markdown'],
    [false, 'text'],
  ])
  valueOf(await runExport({ ...order, target: 'html' }))
  valueOf(await runExport({ ...order, target: 'copy-markdown' }))
  expect((await notes.last(trip.id)).map(({ target }) => target)).toEqual(['copy-markdown', 'html', 'markdown', 'text'])
})

test('a folder that was chosen for the exports of a trip is remembered for that trip alone', async () => {
  const { file, notes } = await start()
  const [one, another] = [crypto.randomUUID(), crypto.randomUUID()]
  await Promise.all([notes.chooseFolder(one, '/blog'), notes.chooseFolder(another, '/memos')])
  await notes.chooseFolder(one, '/site')
  const reopened = openExportNotes(file)
  expect(await reopened.folderOf(one)).toBe('/site')
  expect(await reopened.folderOf(another)).toBe('/memos')
  expect(await reopened.folderOf(crypto.randomUUID())).toBeNull()
})

test.each(['', 'not JSON', '{"version":2}', `{"version":1,"folders":{},"exports":${'['.repeat(50_000)}`])(
  'notes that cannot be read are started again, and nothing is replaced without a question: %.20s',
  async (text) => {
    const { file, order } = await start()
    valueOf(await runExport({ ...order, target: 'text' }))
    await mkdir(join(file, '..'), { recursive: true })
    await writeFile(file, text)
    expect(codeOf(await runExport({ ...order, target: 'text' }))).toBe('export.target-exists')
    valueOf(await runExport({ ...order, target: 'text', replace: true }))
    valueOf(await runExport({ ...order, target: 'text' }))
  },
)
