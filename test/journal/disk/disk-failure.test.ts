import { expect, test } from 'vitest'
import { message } from '../../../electron/shared/messages/message.ts'
import { render } from '../../../electron/shared/messages/translate.ts'
import { diskFailure, Refusal } from '../../../electron/journal/disk/disk-failure.ts'
import { fail } from '../../../electron/shared/result.ts'

const expected: [string, string, RegExp][] = [
  ['ENOSPC', 'disk.full', /the disk is full.*untouched.*space/],
  ['EDQUOT', 'disk.full', /your disk quota.*untouched.*space/],
  ['EACCES', 'disk.denied', /do not have permission.*untouched.*permissions/],
  ['EPERM', 'disk.denied', /system does not allow it.*untouched.*permissions/],
  ['EROFS', 'disk.read-only', /read-only.*untouched.*Choose/],
  ['EBUSY', 'disk.failed', /another program.*untouched.*Close/],
  ['EMFILE', 'disk.failed', /too many files.*untouched.*Close/],
  ['EIO', 'disk.failed', /fault.*untouched.*Copy your library/],
  ['ENOENT', 'disk.gone', /no longer there.*Put it back/],
  ['ENOTDIR', 'disk.gone', /there is a file where a folder.*untouched.*Move/],
  ['EXDEV', 'disk.failed', /two disks.*untouched.*one disk/],
  ['EWEIRD', 'disk.failed', /\(EWEIRD\).*untouched.*Try again/],
]

test.for(expected)('%s says what happened, what is safe and what to do', ([code, failureCode, sentence]) => {
  const error = Object.assign(new Error(`${code}: open '/home/x'`), { code })
  const { error: failure } = diskFailure(error, message('attempt.save-trip'))
  expect(failure.code).toBe(failureCode)
  const words = render(failure)
  expect(words).toMatch(/^Could not save the trip: /)
  expect(words).toMatch(sentence)
  expect(words).toMatch(/[a-z]\.$/)
  expect(words).not.toContain('!')
})

test('an error that is not from the disk also becomes a sentence', () => {
  expect(diskFailure(new TypeError('x is undefined'), message('attempt.save-trip')).error.code).toBe('disk.failed')
  expect(render(diskFailure('thrown', message('attempt.save-trip')).error)).toMatch(/^Could not save the trip: /)
})

test('a refusal is returned unchanged', () => {
  const failure = fail('trip.missing').error
  expect(diskFailure(new Refusal(failure), message('attempt.read-trip')).error).toBe(failure)
})
