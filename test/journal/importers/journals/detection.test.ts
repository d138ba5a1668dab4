import { pack } from 'tar-stream'
import { expect, test } from 'vitest'
import type { ImportFile } from '../../../../electron/journal/importers/importer.ts'
import { suggestDays } from '../../../../electron/shared/journal-days.ts'
import { addDays } from '../../../../electron/shared/time.ts'
import { handMadeZip } from '../../../support/archives.ts'
import { readJournal, writtenJournals } from '../../../support/journals.ts'
import { codeOf, messageOf, valueOf } from '../../../support/library.ts'
import { file } from '../../../support/reports.ts'

const filesOf = (format: string): readonly ImportFile[] =>
  writtenJournals.find((journal) => journal.format === format)?.files() ?? []

test('a JEX of Joplin, which is a tar, is read like the folder that it was made of', async () => {
  const tar = pack()
  for (const { name, data } of filesOf('joplin')) tar.entry({ name }, Buffer.from(data))
  tar.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of tar as AsyncIterable<Buffer>) chunks.push(chunk)
  const read = valueOf(await readJournal([{ name: 'notes.jex', data: new Uint8Array(Buffer.concat(chunks)) }]))
  expect(read).toMatchObject({ format: 'joplin', draft: { pictures: 2, missing: [] } })
})

test('the zip of a Day One journal is recognized by what is in it, whatever its name', async () => {
  const read = valueOf(await readJournal([{ name: 'x.lanyard', data: handMadeZip(filesOf('day-one')) }]))
  expect(read).toMatchObject({ format: 'day-one', draft: { pictures: 2 } })
})

const encrypted =
  'id: 0123456789abcdef0123456789abcdef\nencryption_applied: 1\nuser_created_time: 2026-04-14T08:00:00Z\ntype_: 1'

test.for([
  ['import.encrypted-jrnl', `gAAAAABi${'x'.repeat(80)}==`],
  ['import.encrypted-mini-diary', 'a1'.repeat(100)],
  ['import.encrypted-joplin', encrypted],
] as const)('an encrypted journal is refused with %s, which says how to export it', async ([code, text]) => {
  const refused = await readJournal([file('journal.txt', text)])
  expect(codeOf(refused)).toBe(code)
  expect(messageOf(refused)).toMatch(/export/)
})

test('a few posts about one trip stay reports, and a journal among other files is still found', async () => {
  const posts = ['2026-04-14-arrival.md', '2026-04-15-talks.md'].map((name) => file(name, '---\ntitle: T\n---\nWords.'))
  expect(valueOf(await readJournal(posts)).format).toBe('markdown')
  const read = valueOf(await readJournal([...filesOf('jrnl'), file('notes.md', '# Notes')]))
  expect(read.format).toBe('jrnl')
})

test('a picture that is missing keeps its name in the text, and is found when its file is added', async () => {
  const [journal, ...pictures] = filesOf('day-one')
  const name = `${'b'.repeat(32)}.png`
  const without = valueOf(await readJournal(journal === undefined ? [] : [journal]))
  expect(without.draft.missing).toContain(name)
  expect(without.trip.entries[0]?.text).toContain(`](${name})`)
  expect(valueOf(await readJournal(filesOf('day-one'))).draft.missing).not.toContain(name)
  expect(pictures).not.toHaveLength(0)
})

const on = (...days: string[]) => suggestDays(days.map((date) => ({ day: { by: 'date', date } })))

test('the suggested days are the latest that follow each other, and none if somebody wrote every day for years', () => {
  expect(on('2016-05-02', '2024-04-22', '2024-04-23', '2026-01-01')).toEqual({
    firstDay: '2024-04-22',
    lastDay: '2024-04-23',
  })
  expect(on('2026-04-10', '2026-04-30')).toEqual({ firstDay: '2026-04-10', lastDay: '2026-04-30' })
  expect(on(...Array.from({ length: 900 }, (_, index) => addDays('2020-01-01', index)))).toBeNull()
  expect(on()).toBeNull()
})
