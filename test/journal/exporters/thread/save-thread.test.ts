import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { ask, someEngine } from '../../../support/engine.ts'
import { codeOf, valueOf } from '../../../support/library.ts'
import { someTrip } from '../../../support/trips.ts'

test('a thread is saved in a new text file of the exports folder, named after the trip and the network', async () => {
  const engine = await someEngine()
  const { id: tripId } = valueOf(await ask(engine, 'trips.create', someTrip({ title: 'PyCon DE: 2026' }))).trip
  const save = (text: string, reportId = tripId) =>
    ask(engine, 'report.saveThread', { jobId: crypto.randomUUID(), tripId, reportId, network: 'bluesky', text })
  const [first, second] = [valueOf(await save('Grüße 🎉\n')), valueOf(await save('Later.\n'))]
  expect([first, second].map(({ path }) => basename(path))).toEqual([
    'pycon-de-2026-bluesky.txt',
    'pycon-de-2026-bluesky-2.txt',
  ])
  expect(await readFile(first.path, 'utf8')).toBe('Grüße 🎉\n')
  expect(codeOf(await save('Nothing.', crypto.randomUUID()))).toBe('report.missing')
})
