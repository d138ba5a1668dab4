import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { defaultMemory, isInSight, readMemory, writeMemory } from '../../electron/main/window-memory.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lanyard-window-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('the window is remembered as it stood', () => {
  const file = join(folder, 'not there yet', 'window.json')
  const memory = {
    x: -1200,
    y: 40,
    width: 1024,
    height: 700,
    maximized: true,
    theme: 'venue',
    spelling: ['de'],
  } as const
  writeMemory(file, memory)
  expect(readMemory(file)).toEqual(memory)
})

test('a file that is not there, cut off or odd is as good as none', async () => {
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

test('a place that cannot be written does no harm', () => {
  expect(() => writeMemory(join(folder), defaultMemory)).not.toThrow()
})

test('a window whose screen is gone is not opened where nobody sees it', () => {
  const screens = [{ x: 0, y: 25, width: 1440, height: 875 }]
  const at = (x: number, y: number) => isInSight({ ...defaultMemory, x, y }, screens)
  expect(at(100, 100)).toBe(true)
  expect(at(-1100, 100)).toBe(true)
  expect(at(2000, 100)).toBe(false)
  expect(at(-1250, 100)).toBe(false)
  expect(at(100, 880)).toBe(false)
  expect(at(100, -400)).toBe(false)
  expect(isInSight(defaultMemory, screens)).toBe(true)
})
