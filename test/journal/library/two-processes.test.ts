import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root } from '../../support/programs.ts'
import { addTrip, onlyTripFolder, someLibrary, strayFiles, valueOf } from '../../support/library.ts'
import { readdir } from 'node:fs/promises'

const EACH = 100

async function startWriter(folder: string, tripId: string, name: string): Promise<ChildProcess> {
  const script = join(root, 'test/support/add-entries.ts')
  const child = spawn(process.execPath, [script, folder, tripId, name, String(EACH)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

async function finish(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit')
  child.stdin?.write('begin\n')
  const [code]: unknown[] = await ended
  return code
}

test('two processes that add to one trip at the same time lose nothing', async () => {
  const library = await someLibrary()
  const trip = await addTrip(library)
  const names = ['one', 'other']
  const writers = await Promise.all(names.map((name) => startWriter(library.folder, trip.id, name)))
  expect(await Promise.all(writers.map(finish))).toEqual([0, 0])
  const texts = valueOf(await library.open(trip.id)).entries.map(({ text }) => text)
  const wanted = names.flatMap((name) => Array.from({ length: EACH }, (_, index) => `${name} ${index}`))
  expect(texts.toSorted()).toEqual(wanted.toSorted())
  for (const name of names) {
    const own = texts.filter((text) => text.startsWith(`${name} `))
    expect(own, 'each in the order in which it was written').toEqual(wanted.filter((text) => text.startsWith(name)))
  }
  expect(await strayFiles(library.folder)).toEqual([])
  expect(await readdir(await onlyTripFolder(library))).toEqual(['trip.json'])
})
