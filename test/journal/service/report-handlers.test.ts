import { readdir, readFile, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createEngine, type Engine } from '../../../electron/journal/engine.ts'
import { exporters } from '../../../electron/journal/exporters/index.ts'
import { stringifyMarkdown } from '../../../electron/journal/markdown/stringify-markdown.ts'
import type { Shell } from '../../../electron/journal/service/context.ts'
import type { EventData } from '../../../electron/shared/contract/index.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { inWords } from '../../support/in-words.ts'
import { importFiles } from '../../support/import-files.ts'
import { codeOf, messageOf, onlyTripFolder, someNote, tripWith, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { onePixel } from '../../support/trips.ts'

async function start(shell: Partial<Shell> = {}): Promise<{ engine: Engine; documents: string; trip: Trip }> {
  const documents = await temporaryFolder()
  const engine = await createEngine({
    settingsFile: join(documents, 'settings.json'),
    documents,
    version: '0.0.0',
    shell: { kind: 'desktop', chooseFolder: null, showInFolder: null, openLink: null, ...shell },
  })
  onTestFinished(() => engine.close())
  const { trip } = valueOf(await engine.context.library.create(tripWith([someNote({ title: 'Lunch', text: 'Good.' })])))
  return { engine, documents, trip }
}

describe('report.compose', () => {
  test('composing returns the current post', async () => {
    const { engine, trip } = await start()
    const first = valueOf(await engine.handlers['report.compose']({ tripId: trip.id }))
    expect(first).toMatchObject({ words: 4, unplaced: [], post: { meta: { slug: 'lantern-conf-2026' }, photos: [] } })
    valueOf(await engine.handlers['report.save']({ tripId: trip.id, changes: { lead: 'A lead.' } }))
    expect(valueOf(await engine.handlers['report.compose']({ tripId: trip.id })).words).toBe(6)
  })

  test('composing reports that the trip is missing', async () => {
    const { engine } = await start()
    expect(codeOf(await engine.handlers['report.compose']({ tripId: crypto.randomUUID() }))).toBe('trip.missing')
  })
})

describe('exports', () => {
  test('every export target of the registry is offered', async () => {
    const { engine } = await start()
    const targets = valueOf(await engine.handlers['exports.targets']({}))
    expect(targets.map(({ id, makes, options }) => ({ id, makes, options }))).toEqual(
      exporters.map(({ id, makes, options }) => ({ id, makes, options })),
    )
    for (const target of targets) expect(target).not.toHaveProperty('load')
  })

  test('an export goes to the exports folder, reports its progress, and can be shown', async () => {
    const shown: string[] = []
    const { engine, documents, trip } = await start({ showInFolder: async (path) => void shown.push(path) })
    const progress: EventData<'job.progress'>[] = []
    engine.on('job.progress', (data) => progress.push(data))
    const jobId = crypto.randomUUID()
    const exported = valueOf(
      await engine.handlers['exports.run']({ tripId: trip.id, jobId, target: 'text', replace: false }),
    )
    const path = join(documents, 'Lanyard exports', 'lantern-conf-2026.txt')
    expect(exported).toMatchObject({ path, files: [path], differences: [] })
    expect(progress.at(-1)).toEqual({ jobId, kind: 'export', done: 1, step: 'reading-back' })
    valueOf(await engine.handlers['jobs.show']({ jobId }))
    expect(shown).toEqual([path])
  })

  test('only files that were exported in this run can be shown', async () => {
    const shown: string[] = []
    const { engine } = await start({ showInFolder: async (path) => void shown.push(path) })
    expect(codeOf(await engine.handlers['jobs.show']({ jobId: crypto.randomUUID() }))).toBe('export.missing')
    expect(shown).toEqual([])
  })

  test('the path of an export is returned if folders cannot be opened', async () => {
    const { engine, trip } = await start()
    const jobId = crypto.randomUUID()
    const run = { tripId: trip.id, jobId, target: 'html', replace: false }
    const { path } = valueOf(await engine.handlers['exports.run'](run))
    const result = await engine.handlers['jobs.show']({ jobId })
    expect(codeOf(result)).toBe('shell.no-file-manager')
    expect(messageOf(result)).toContain(path)
  })

  test('a running export can be cancelled, and leaves nothing behind', async () => {
    const { engine, documents, trip } = await start()
    const jobId = crypto.randomUUID()
    engine.on('job.progress', () => void engine.handlers['jobs.cancel']({ jobId }))
    const result = await engine.handlers['exports.run']({
      tripId: trip.id,
      jobId,
      target: 'markdown',
      replace: false,
    })
    expect(codeOf(result)).toBe('cancelled.export')
    expect((await readdir(documents)).toSorted()).toEqual(['Lanyard'])
    expect(codeOf(await engine.handlers['jobs.show']({ jobId }))).toBe('export.missing')
  })
})

test('an import creates a trip in an existing time zone', async () => {
  const { engine } = await start()
  const files = [{ name: 'a.md', data: new TextEncoder().encode('# A trip\n\nWords.\n') }]
  const { trip } = valueOf(await importFiles(engine, files))
  expect(trip).toMatchObject({ title: 'A trip', language: 'en' })
  expect(Intl.DateTimeFormat('en', { timeZone: trip.timeZone }).resolvedOptions().timeZone).toBeTruthy()
})

describe('links.open', () => {
  test.each([
    ['https://example.org/a b?c=ü', 'https://example.org/a%20b?c=%C3%BC'],
    ['HTTPS://EXAMPLE.org', 'https://example.org/'],
    ['mailto:me@example.org', 'mailto:me@example.org'],
  ])('opening the link %s is allowed', async (url, opened) => {
    const seen: string[] = []
    const { engine } = await start({ openLink: async (address) => void seen.push(address) })
    valueOf(await engine.handlers['links.open']({ url }))
    expect(seen).toEqual([opened])
  })

  test.each([
    'http://example.org',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'file:///etc/passwd',
    'smb://host/share',
    'data:text/html,x',
    'ms-msdt:/id',
    'vbscript:x',
    'photo:1',
    'app://lanyard/',
    '//example.org',
    'example.org',
    '/etc/passwd',
    'C:\\Windows',
    ' ',
    '',
  ])('opening the link %j is refused', async (url) => {
    const seen: string[] = []
    const { engine } = await start({ openLink: async (address) => void seen.push(address) })
    expect(codeOf(await engine.handlers['links.open']({ url }))).toBe('link.refused')
    expect(seen).toEqual([])
  })
})

test('the folder of an export is named after the report', async () => {
  const { engine, trip } = await start()
  valueOf(await engine.handlers['report.save']({ tripId: trip.id, changes: { title: '日本' } }))
  const run = { tripId: trip.id, jobId: crypto.randomUUID(), target: 'markdown', replace: false }
  const { path } = valueOf(await engine.handlers['exports.run'](run))
  expect([basename(path ?? ''), basename(dirname(path ?? ''))]).toEqual(['lantern-conf-2026', 'Lanyard exports'])
})

test('the preview names a picture whose file is missing, and the entry that shows it', async () => {
  const { engine, trip } = await start()
  const data = new Uint8Array(onePixel)
  const { photo } = valueOf(await engine.handlers['photos.add']({ tripId: trip.id, name: 'Tram.png', data }))
  const fields = { kind: 'note' as const, text: `![](photo:${photo.id})` }
  const entry = { tripId: trip.id, kind: 'note' as const, day: '2026-04-14', start: null, fields }
  const { entryId } = valueOf(await engine.handlers['entries.add'](entry))
  const before = valueOf(await engine.handlers['report.compose']({ tripId: trip.id }))
  expect(before.missing).toEqual([])
  await rm(join(await onlyTripFolder(engine.context.library), 'photos', photo.file))
  const { missing, remarks } = valueOf(await engine.handlers['report.compose']({ tripId: trip.id }))
  expect(missing).toEqual([{ name: 'Tram.png', reason: 'no-file' }])
  const message = 'The file of the picture “Tram.png” is not in the trip’s folder, so exports leave it out.'
  expect(inWords(remarks)).toContainEqual({ message, at: `entry ${entryId}` })
})

describe('a text that takes forever to read', () => {
  /** Five thousand nested lists take 14 seconds to parse on a fast computer. */
  const text = `${'- '.repeat(5_000)}x`

  test('a text that takes forever to parse is previewed as plain text, and meanwhile everything else works', async () => {
    const { engine, trip } = await start()
    const fields = { kind: 'note' as const, text }
    const entry = { tripId: trip.id, kind: 'note' as const, day: '2026-04-14', start: null, fields }
    valueOf(await engine.handlers['entries.add'](entry))
    let longest = 0
    let last = performance.now()
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 10)
    const composed = await engine.handlers['report.compose']({ tripId: trip.id })
    clearInterval(beat)
    const { post, remarks } = valueOf(composed)
    expect(stringifyMarkdown(post.tree)).toContain('\\- - - - -')
    expect(inWords(remarks).map(({ message }) => message)).toContainEqual(expect.stringContaining('as plain text'))
    expect(longest).toBeLessThan(2_000)
  })

  test('a text that takes forever to parse is exported as plain text', async () => {
    const { engine, trip } = await start()
    const fields = { kind: 'note' as const, text }
    const entry = { tripId: trip.id, kind: 'note' as const, day: '2026-04-14', start: null, fields }
    valueOf(await engine.handlers['entries.add'](entry))
    const run = { tripId: trip.id, jobId: crypto.randomUUID(), target: 'markdown', replace: false }
    const { files, differences } = valueOf(await engine.handlers['exports.run'](run))
    expect(differences).toEqual([])
    expect(await readFile(files[0] ?? '', 'utf8')).toContain('\\- - - - -')
  })
})
