import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLog } from '../../../electron/journal/diagnostics/log.ts'
import { asVersion, instantHere, logLine } from '../../../electron/journal/diagnostics/log-events.ts'
import { LogFile } from '../../../electron/journal/diagnostics/log-file.ts'
import { scrubError } from '../../../electron/shared/scrub-error.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const small = { name: 'lanyard', maxBytes: 100, files: 3 }

test('a line has the time, the level, the event and its numbers', () => {
  const at = new Date('2026-04-14T10:45:00.123Z')
  const line = logLine(at, 'channel.failed', { channel: 'entries.save', failure: 'disk.full', ms: 12 })
  expect(line).toBe(`${instantHere(at)} warn channel.failed channel=entries.save failure=disk.full ms=12`)
  expect(Date.parse(instantHere(at))).toBe(at.getTime())
  expect(instantHere(at)).toMatch(/[+-]\d\d:\d\d$/)
})

test('an error is logged as one line', () => {
  const error = scrubError(Object.assign(new Error('x is not a function'), { stack: '' }))
  expect(logLine(new Date(), 'error.main', { kind: 'thrown', error })).toMatch(
    /error error\.main kind=thrown name=Error said="is not a function"$/,
  )
})

test('a text that was cast to a field cannot begin a new line', () => {
  const line = logLine(new Date(), 'quit', { minutes: 'one\ntwo "three"' as unknown as number })
  expect(line).toMatch(/ quit minutes="one\?two \?three\?"$/)
})

test('an invalid version number is replaced', () => {
  expect(['33.4.11', '130.0.6723.191', '1.0.0-beta.2'].map(asVersion)).toEqual([
    '33.4.11',
    '130.0.6723.191',
    '1.0.0-beta.2',
  ])
  expect([undefined, '', 'Zanzibar', '1 Zanzibar'].map(asVersion)).toEqual(['0.0.0', '0.0.0', '0.0.0', '0.0.0'])
})

test('lines are written in order, to a file that only its owner can read', async () => {
  const folder = join(await temporaryFolder(), 'logs')
  const log = openLog(folder, 'lanyard')
  for (let minutes = 0; minutes < 20; minutes++) log.note('quit', { minutes })
  await log.settled()
  const lines = (await readFile(join(folder, 'lanyard.log'), 'utf8')).trimEnd().split('\n')
  expect(lines.map((line) => /minutes=(\d+)$/.exec(line)?.[1])).toEqual(
    Array.from({ length: 20 }, (_, at) => String(at)),
  )
  // Windows has no such modes and reports the same one for every file.
  const { mode } = await stat(join(folder, 'lanyard.log'))
  expect(mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
})

test('a repeated failure does not fill the log', async () => {
  const folder = await temporaryFolder()
  const log = openLog(folder, 'lanyard')
  for (let minutes = 0; minutes < 5000; minutes++) log.note('quit', { minutes })
  log.note('page.ready', { ms: 1 })
  await log.settled()
  const lines = (await readFile(join(folder, 'lanyard.log'), 'utf8')).trimEnd().split('\n')
  expect(lines.length).toBeGreaterThanOrEqual(61)
  // A minute may have ended meanwhile, which adds a line.
  expect(lines.length).toBeLessThanOrEqual(123)
  // An event that occurs for the first time is not lost among them.
  expect(lines.at(-1)).toMatch(/ page\.ready ms=1$/)
})

test('a full log file is renamed, and the oldest one is removed', async () => {
  const folder = await temporaryFolder()
  const file = new LogFile({ folder, ...small })
  for (let at = 0; at < 10; at++) {
    file.append(`${at} ${'x'.repeat(50)}`)
    await file.settled()
  }
  expect((await readdir(folder)).toSorted()).toEqual(['lanyard.1.log', 'lanyard.2.log', 'lanyard.log'])
  expect((await file.tail(1000)).match(/^\d/gm)).toEqual(['7', '8', '9'])
  expect((await file.tail(100)).match(/^\d/gm)).toEqual(['9'])
})

test('a folder that is not writable does no harm, and the log continues once it is', async () => {
  const parent = await temporaryFolder()
  const folder = join(parent, 'logs')
  await writeFile(folder, 'a file where the folder should be')
  const file = new LogFile({ folder, ...small })
  file.append('lost')
  await file.settled()
  expect(await file.tail(100)).toBe('')
  const other = new LogFile({ folder: join(parent, 'other'), ...small })
  other.append('kept')
  await other.settled()
  expect(await other.tail(100)).toBe('kept\n')
})

test('a program that is about to end still writes what is waiting', async () => {
  const folder = await temporaryFolder()
  const log = openLog(folder, 'lanyard')
  log.note('quit', { minutes: 7 })
  log.writeNow()
  expect(await readFile(join(folder, 'lanyard.log'), 'utf8')).toMatch(/quit minutes=7\n$/)
})
