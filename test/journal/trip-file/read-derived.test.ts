import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { nodeFileSystem } from '../../../electron/journal/disk/file-system.ts'
import { readNotes } from '../../../electron/journal/history/version-notes.ts'
import { readSummaries } from '../../../electron/journal/library/summary-cache.ts'
import { watchBlocks } from '../../attack/watch-blocks.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const wrong = Object.fromEntries(Array.from({ length: 190_000 }, (_, index) => [`f${index}`, 'wrong']))

/** How long a thread needs to read such a file and to list every mistake in it, in milliseconds. */
async function costOfListing(content: string): Promise<number> {
  const schema = z.object({ values: z.record(z.string(), z.object({})) })
  return (await watchBlocks(async () => schema.safeParse({ values: JSON.parse(content) }))).longestBlock
}

test.each([
  ['trips.json', { version: 3, trips: wrong }],
  ['history/a.json', { version: 1, notes: wrong }],
])('a cache with hundreds of thousands of mistakes is given up at the first of them: %s', async (name, content) => {
  const library = await temporaryFolder()
  const path = join(library, '.cache', name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, JSON.stringify(content))
  const costs: { reading: number; listing: number }[] = []
  // The best of three: what else the machine does can only make a thread slower.
  for (let round = 0; round < 3; round++) {
    const { value, longestBlock } = await watchBlocks(async () => [
      ...(await readSummaries(library, nodeFileSystem)),
      ...(await readNotes(library, 'a', nodeFileSystem)),
    ])
    expect(value).toEqual([])
    costs.push({ reading: longestBlock, listing: await costOfListing(JSON.stringify(wrong)) })
  }
  const best = (of: 'reading' | 'listing') => Math.min(...costs.map((cost) => cost[of]))
  expect(best('reading')).toBeLessThan(best('listing'))
})
