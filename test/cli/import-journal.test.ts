import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { handMadeZip } from '../support/archives.ts'
import { writtenJournals } from '../support/journals.ts'
import { makePlace } from './lanyard.ts'

test('lanyard import takes the chosen days out of the zip of a journal, and names what it leaves out', async () => {
  const { folder, lanyard, json } = await makePlace()
  try {
    const dayOne = writtenJournals.find(({ format }) => format === 'day-one')
    const path = join(folder, 'Travels.zip')
    await writeFile(path, handMadeZip(dayOne?.files() ?? []))
    const dry = await lanyard(['import', path, '--from', '2026-04-14', '--to', '2026-04-14', '--dry-run'])
    expect(dry.stdout).toMatch(/2026-04-14 {2}00:30 {2}note {2}Arrival/)
    expect(dry.stdout).toMatch(/1 more entry of the journal is on another day/)
    expect(dry.stdout).toMatch(/weather \(1\)/)
    const created = await json(['import', path, '--from', '2026-04-14', '--to', '2026-04-14'])
    expect(created).toMatchObject({ title: 'Travels', entries: 1, photos: 2, firstDay: '2026-04-14' })
    const added = await json(['import', path, '--trip', 'Travels', '--from', '2026-04-15', '--to', '2026-04-20'])
    expect(added).toMatchObject({ title: 'Travels', entries: 1, photos: 0 })
    const none = await lanyard(['import', path, '--trip', 'Travels', '--from', '2020-01-01', '--to', '2020-01-02'])
    expect(none.code).toBe(1)
    expect(none.stderr).toMatch(/no entries from 2020-01-01 to 2020-01-02/)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
