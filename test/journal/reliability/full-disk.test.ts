import { describe, test } from 'vitest'
import { exportToFullDisk } from '../../torture/export-to-full-disk.ts'
import { fillDisk } from '../../torture/full-disk.ts'
import { expectHolds } from '../../torture/expect-holds.ts'

/* Small numbers of what `npm run torture` does in large ones. */

describe('a full disk leaves the file as it was, says so, and the same works once there is room', () => {
  test('on a small tmpfs', async ({ skip }) => {
    expectHolds(await fillDisk({ runs: 12, seed: 1, disk: 'tmpfs' }), skip)
  })

  test('on a small ext4', async ({ skip }) => {
    expectHolds(await fillDisk({ runs: 8, seed: 2, disk: 'ext4' }), skip)
  })
})

test('an export to a full disk leaves nothing half written, whatever the target', async ({ skip }) => {
  expectHolds(await exportToFullDisk({ runs: 5, seed: 3 }), skip)
})
