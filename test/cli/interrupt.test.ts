import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { openJournal } from '../../electron/cli/journal.ts'
import { codeOf } from '../support/library.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

afterEach(() => vi.unstubAllEnvs())

test('Ctrl C cancels an import on the command line, and nothing is imported', async () => {
  const folder = await temporaryFolder()
  vi.stubEnv('HOME', folder)
  vi.stubEnv('XDG_CONFIG_HOME', join(folder, 'config'))
  const journal = await openJournal(join(folder, 'library'))
  try {
    const data = new TextEncoder().encode('- '.repeat(10_000))
    const importing = journal.runJob('imports.understand', { files: [{ name: 'deep.md', data }], tripId: null })
    await pause(200)
    process.emit('SIGINT')
    expect(codeOf(await importing)).toBe('cancelled.import')
    expect(await readdir(join(folder, 'library')).catch(() => [])).toEqual([])
    // The next Ctrl C ends the program as usual.
    expect(process.listenerCount('SIGINT')).toBe(0)
  } finally {
    await journal.close()
  }
})
