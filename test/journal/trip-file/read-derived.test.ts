import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeFileSystem } from '../../../electron/journal/disk/file-system.ts'
import { readNotes } from '../../../electron/journal/history/version-notes.ts'
import { readSummaries } from '../../../electron/journal/library/summary-cache.ts'
import { watchBlocks } from '../../attack/watch-blocks.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const wrong = Object.fromEntries(Array.from({ length: 190_000 }, (_, index) => [`f${index}`, 'wrong']))
test.each([
  ['trips.json', { version: 3, trips: wrong }],
  ['history/a.json', { version: 1, notes: wrong }],
])('a cache with hundreds of thousands of mistakes is given up at the first of them: %s', async (name, content) => {
  const library = await temporaryFolder()
  const path = join(library, '.cache', name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, JSON.stringify(content))
  const { value, longestBlock } = await watchBlocks(async () => [
    ...(await readSummaries(library, nodeFileSystem)),
    ...(await readNotes(library, 'a', nodeFileSystem)),
  ])
  expect(value).toEqual([])
  // Listing all of them takes 450 to 500 ms, and reading the file half of that.
  expect(longestBlock).toBeLessThan(400)
})
