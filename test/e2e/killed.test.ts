import { test } from 'vitest'
import { desktopShell, inShell } from '../support/shells.ts'
import { expectHolds } from '../torture/expect-holds.ts'
import { killDesktop } from '../torture/kill-desktop.ts'
import { killTyping } from '../torture/kill-typing.ts'
import { startTwice } from '../torture/start-twice.ts'

/* Small numbers of what `npm run torture` does in large ones. */

inShell('a program that is killed', desktopShell, () => {
  test('in the middle of saving has kept every save that it acknowledged', async ({ skip }) => {
    expectHolds(await killDesktop({ runs: 5, bytes: 1_000_000, seed: 1 }), skip)
  })

  test('while somebody types loses a second of it at most', async ({ skip }) => {
    expectHolds(await killTyping({ runs: 1, seed: 5, victim: 'main' }), skip)
  })

  test('stops no later start, and a second one brings the first window forward', async ({ skip }) => {
    expectHolds(await startTwice({ runs: 2, seed: 2 }), skip)
  })
})

inShell('a page that is killed', desktopShell, () => {
  test('while somebody types loses a second of it at most', async ({ skip }) => {
    expectHolds(await killTyping({ runs: 1, seed: 5, victim: 'page' }), skip)
  })
})
