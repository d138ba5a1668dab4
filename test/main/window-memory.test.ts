import { chmodSync, statSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { defaultMemory, placeFor, readMemory, writeMemory } from '../../electron/main/window-memory.ts'
import { putOddity } from '../support/odd-files.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lanyard-window-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('the position of the window is remembered', () => {
  const file = join(folder, 'not there yet', 'window.json')
  const memory = {
    x: -1200,
    y: 40,
    width: 1024,
    height: 700,
    maximized: true,
    fullScreen: true,
    theme: 'venue',
    spelling: ['de'],
    graphics: 'software',
  } as const
  writeMemory(file, memory)
  expect(readMemory(file)).toEqual(memory)
})

test('a file that is missing, truncated or invalid is ignored', async () => {
  const file = join(folder, 'window.json')
  expect(readMemory(file)).toEqual(defaultMemory)
  for (const text of [
    '',
    '{"width": 10',
    'null',
    '[]',
    '"text"',
    '{"width": "wide", "height": 1e9, "theme": "pink", "spelling": "de"}',
  ]) {
    await writeFile(file, text)
    expect(readMemory(file)).toEqual(defaultMemory)
  }
})

test('a folder that is not writable does no harm', () => {
  expect(() => writeMemory(join(folder), defaultMemory)).not.toThrow()
})

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const beside = { x: 1440, y: 0, width: 1920, height: 1080 }
const size = { width: 1280, height: 800 }

test('a window opens where it was, as long as enough of it is on a screen to drag it', () => {
  const at = (x: number, y: number) => placeFor({ ...size, x, y }, [laptop])
  for (const place of [
    { x: 100, y: 100 },
    { x: -1100, y: 100 },
  ])
    expect(at(place.x, place.y)).toEqual({ ...place, ...size })
  for (const [x, y] of [
    [2000, 100],
    [-1250, 100],
    [100, 880],
    [100, -400],
  ] as const)
    expect(at(x, y)).toEqual(size)
  expect(placeFor(size, [laptop])).toEqual(size)
})

test('a window from a missing screen moves to the first one, and is no larger than it', () => {
  const large = { x: 1500, y: 40, width: 1800, height: 1000 }
  expect(placeFor(large, [laptop, beside])).toEqual(large)
  expect(placeFor(large, [laptop])).toEqual({ width: 1440, height: 875 })
})

test('a window across two screens keeps its size', () => {
  const across = { x: 200, y: 40, width: 3000, height: 800 }
  expect(placeFor(across, [laptop, beside])).toEqual(across)
})

test('a file of an earlier version, with fewer values, can be read', async () => {
  const file = join(folder, 'window.json')
  await writeFile(file, '{"width":900,"height":640,"maximized":false,"theme":"dark"}')
  expect(readMemory(file)).toEqual({ ...defaultMemory, width: 900, height: 640, theme: 'dark' })
})

test.skipIf(process.platform === 'win32')(
  'the memory can only be read by its owner, and a pipe with its name does not block the start',
  async () => {
    const file = join(folder, 'own', 'window.json')
    const before = process.umask(0)
    writeMemory(file, { ...defaultMemory, theme: 'venue' })
    process.umask(before)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    chmodSync(file, 0o666)
    writeMemory(file, { ...defaultMemory, theme: 'dark' })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readMemory(file).theme).toBe('dark')
    await putOddity(file, 'pipe')
    expect(readMemory(file)).toEqual(defaultMemory)
    writeMemory(file, { ...defaultMemory, theme: 'dark' })
    expect(readMemory(file).theme).toBe('dark')
  },
)
