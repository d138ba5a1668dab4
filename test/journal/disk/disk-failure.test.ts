import { expect, test } from 'vitest'
import { diskFailure, Refusal } from '../../../electron/journal/disk/disk-failure.ts'

const expected: [string, string, RegExp][] = [
  ['ENOSPC', 'disk.full', /the disk is full.*untouched.*room/],
  ['EDQUOT', 'disk.full', /your share of the disk.*untouched.*room/],
  ['EACCES', 'disk.denied', /may not be used by you.*untouched.*Allow/],
  ['EPERM', 'disk.denied', /system does not allow it.*untouched.*Allow/],
  ['EROFS', 'disk.read-only', /can only be read.*untouched.*Choose/],
  ['EBUSY', 'disk.failed', /another program.*untouched.*Close/],
  ['EMFILE', 'disk.failed', /too many files.*untouched.*Close/],
  ['EIO', 'disk.failed', /fault.*untouched.*Copy your library/],
  ['ENOENT', 'disk.gone', /no longer there.*Put it back/],
  ['ENOTDIR', 'disk.gone', /a file stands where a folder.*untouched.*Move/],
  ['EXDEV', 'disk.failed', /two disks.*untouched.*one disk/],
  ['EWEIRD', 'disk.failed', /\(EWEIRD\).*untouched.*Try again/],
]

test.for(expected)('%s says what happened, what is safe and what to do', ([code, failureCode, sentence]) => {
  const error = Object.assign(new Error(`${code}: open '/home/x'`), { code })
  const { error: failure } = diskFailure(error, 'save the trip')
  expect(failure.code).toBe(failureCode)
  expect(failure.message).toMatch(/^Could not save the trip: /)
  expect(failure.message).toMatch(sentence)
  expect(failure.message).toMatch(/[a-z]\.$/)
  expect(failure.message).not.toContain('!')
})

test('something that is no error of the disk is a sentence as well', () => {
  expect(diskFailure(new TypeError('x is undefined'), 'save the trip').error.code).toBe('disk.failed')
  expect(diskFailure('thrown', 'save the trip').error.message).toMatch(/^Could not save the trip: /)
})

test('a refusal comes out as it went in', () => {
  const failure = { code: 'trip.newer', message: 'Update Lanyard.' } as const
  expect(diskFailure(new Refusal(failure), 'read the trip').error).toBe(failure)
})
