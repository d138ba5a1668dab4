import { describe, test } from 'vitest'
import { exportToFullDisk } from '../../torture/export-to-full-disk.ts'
import { fillDisk } from '../../torture/full-disk.ts'
import { expectHolds } from '../../torture/expect-holds.ts'

/* Smaller versions of the tests in `npm run torture`. */

describe('a full disk leaves the file unchanged, is reported, and the same works once there is room', () => {
  test('a full tmpfs leaves the file unchanged, and the same save works once there is room', async ({ skip }) => {
    expectHolds(await fillDisk({ runs: 12, seed: 1, disk: 'tmpfs' }), skip)
  })

  test('a full ext4 leaves the file unchanged, and the same save works once there is room', async ({ skip }) => {
    expectHolds(await fillDisk({ runs: 8, seed: 2, disk: 'ext4' }), skip)
  })
})

test('an export to a full disk leaves no partial files, whatever the target', async ({ skip }) => {
  expectHolds(await exportToFullDisk({ runs: 5, seed: 3 }), skip)
})
