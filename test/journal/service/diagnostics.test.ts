import { homedir } from 'node:os'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Diagnostics } from '../../../electron/journal/diagnostics/diagnostics.ts'
import { openLog } from '../../../electron/journal/diagnostics/log.ts'
import { hidePlaces } from '../../../electron/journal/diagnostics/problem-report.ts'
import { channels } from '../../../electron/shared/contract/index.ts'
import { identity } from '../../../electron/shared/identity.ts'
import { scrubError } from '../../../electron/shared/scrub-error.ts'
import { ask, someEngine } from '../../support/engine.ts'
import { codeOf, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { someTrip } from '../../support/trips.ts'

async function withDiagnostics(chosen: Partial<Diagnostics> = {}) {
  const documents = await temporaryFolder()
  const log = openLog(join(documents, 'logs'), 'lanyard')
  const diagnostics: Diagnostics = {
    log,
    facts: () => ({ versions: { Lanyard: '1.2.3', Electron: '33.4.11' }, system: { System: 'linux x64' } }),
    chooseFile: null,
    notices: () => Promise.resolve(null),
    ...chosen,
  }
  return { documents, log, engine: await someEngine({ documents, diagnostics }) }
}

test('a report has versions, the system, settings, numbers and the log, and none of the words that were written', async () => {
  const { engine, documents } = await withDiagnostics()
  const { trip } = valueOf(await ask(engine, 'trips.create', { ...someTrip(), title: 'Zanzibar Conf' }))
  const fields = { kind: 'note' as const, title: 'Quixotic', text: 'Obsidian skies' }
  valueOf(await ask(engine, 'entries.add', { tripId: trip.id, kind: 'note', day: trip.firstDay, start: null, fields }))
  valueOf(await ask(engine, 'settings.save', { authorName: 'Wilhelmina' }))
  const error = scrubError(new TypeError('x is not a function'))
  valueOf(await ask(engine, 'app.problem', { kind: 'thrown', error }))

  const { text, canSave, address } = valueOf(await ask(engine, 'diagnostics.report', {}))
  expect(canSave).toBe(false)
  expect(address).toBe(identity.issues)
  for (const part of [
    'Electron  33.4.11',
    'linux x64',
    'Theme ',
    'Your name       set',
    'Entries                      1',
  ])
    expect(text).toContain(part)
  expect(text).toMatch(/error error\.page kind=thrown name=TypeError said="is not a function"/)
  for (const word of ['Zanzibar', 'Quixotic', 'Obsidian', 'Wilhelmina', documents, homedir(), trip.id])
    expect(text).not.toContain(word)
})

test('the report is saved as it was shown, where the user chooses', async () => {
  const folder = await temporaryFolder()
  const names: string[] = []
  const { engine } = await withDiagnostics({
    chooseFile: async (name) => {
      names.push(name)
      return join(folder, 'report.txt')
    },
  })
  expect(codeOf(await ask(engine, 'diagnostics.save', {}))).toBe('input.no-report')
  const { text } = valueOf(await ask(engine, 'diagnostics.report', {}))
  expect(valueOf(await ask(engine, 'diagnostics.save', {}))).toEqual({ path: join(folder, 'report.txt') })
  expect(await readFile(join(folder, 'report.txt'), 'utf8')).toBe(text)
  expect(names).toEqual([expect.stringMatching(/^Lanyard report \d{4}-\d\d-\d\d\.txt$/)])
})

test('a cancelled dialog saves no report, and a failure to write one is reported', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'file'), '')
  const answers = [null, join(folder, 'file', 'report.txt')]
  const { engine } = await withDiagnostics({ chooseFile: async () => answers.shift() ?? null })
  await ask(engine, 'diagnostics.report', {})
  expect(valueOf(await ask(engine, 'diagnostics.save', {}))).toEqual({ path: null })
  expect(codeOf(await ask(engine, 'diagnostics.save', {}))).toBe('disk.gone')
  expect(await readdir(folder)).toEqual(['file'])
})

test('a problem of the page is accepted only if nothing can be hidden in it', async () => {
  const { engine, log } = await withDiagnostics()
  const problem = { kind: 'thrown' as const, error: scrubError(new Error('x')) }
  const hidden = [
    { ...problem, error: { ...problem.error, said: 'My title: Zanzibar' } },
    { ...problem, error: { ...problem.error, code: 'Zanzibar' } },
    { ...problem, error: { ...problem.error, at: ['/home/zanzibar'] } },
    { ...problem, message: 'Zanzibar' },
  ]
  for (const input of hidden) {
    expect(codeOf(await ask(engine, 'app.problem', input))).toMatch(/^input\./)
  }
  valueOf(await ask(engine, 'app.problem', problem))
  await log.settled()
  expect((await log.tail(1000)).split('\n')).toHaveLength(2)
})

test('a shell without diagnostics still lists its versions', async () => {
  const engine = await someEngine()
  const about = valueOf(await ask(engine, 'app.about', {}))
  expect(channels['app.about'].output.parse(about)).toEqual(about)
  expect(about).toMatchObject({ versions: { Lanyard: '1.2.3' }, hasNotices: false })
  expect(valueOf(await ask(engine, 'app.notices', {}))).toEqual({ text: null })
  expect(valueOf(await ask(engine, 'diagnostics.report', {})).text).toContain('Nothing is in it.')
  expect(codeOf(await ask(engine, 'app.restart', { graphics: 'software' }))).toBe('shell.no-restart')
})

test('a path in a text is replaced with its placeholder, the longest one first', () => {
  const places = [
    { path: '/home/anna', as: '~' },
    { path: '/home/anna/Trips', as: '<library>' },
    { path: '', as: 'nothing' },
    { path: '/', as: 'nothing' },
  ]
  expect(hidePlaces('at /home/anna/Trips/x and /home/anna/y / z', places)).toBe('at <library>/x and ~/y / z')
})
