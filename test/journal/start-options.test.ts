import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { filesNamed } from '../../electron/journal/start-arguments.ts'
import { readStartOptions } from '../../electron/journal/start-options.ts'

const folder = resolve('/somewhere')

test('exported trips are found anywhere among the arguments', () => {
  const address = pathToFileURL(join(folder, 'with space.lanyard')).href
  const args = [
    '.',
    '--sample',
    'a.lanyard',
    '--no-sandbox',
    '--port',
    '1234',
    join(folder, 'deep', 'B.LANYARD'),
    address,
  ]
  expect(filesNamed(args, folder)).toEqual([
    join(folder, 'a.lanyard'),
    join(folder, 'deep', 'B.LANYARD'),
    join(folder, 'with space.lanyard'),
  ])
})

test('a library is not a file to open, whatever its name', () => {
  const args = ['--library', 'odd.lanyard', 'trip.lanyard']
  expect(filesNamed(args, folder)).toEqual([join(folder, 'trip.lanyard')])
  expect(readStartOptions(args, {}, folder).library).toBe(resolve('odd.lanyard'))
  expect(filesNamed(['--library=odd.lanyard'], folder)).toEqual([])
})

test('a file with another extension is not an exported trip', () => {
  expect(
    filesNamed(['notes.md', 'trip.lanyard.exe', 'file://%00', 'https://example.org/a.lanyard', '--a.lanyard'], folder),
  ).toEqual([join(folder, 'https:', 'example.org', 'a.lanyard')])
})

test('the clock is set to a moment with an offset, and to nothing else', () => {
  const now = (...args: string[]) => readStartOptions(args, {}, folder).now
  expect(now('--now', '2026-04-14T10:52:00+02:00')).toBe('2026-04-14T10:52:00+02:00')
  expect(now('--now=2026-04-14T08:52:00Z')).toBe('2026-04-14T08:52:00Z')
  expect([now(), now('--now'), now('--now', 'noon'), now('--now', '2026-04-14T10:52:00')]).toEqual(
    Array(4).fill(undefined),
  )
  expect(filesNamed(['--now', 'odd.lanyard'], folder)).toEqual([])
})
