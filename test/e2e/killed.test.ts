import { test } from 'vitest'
import { desktopShell, inShell } from '../support/shells.ts'
import { expectHolds } from '../torture/expect-holds.ts'
import { killDesktop } from '../torture/kill-desktop.ts'
import { killTyping } from '../torture/kill-typing.ts'
import { startTwice } from '../torture/start-twice.ts'

/* Smaller versions of the tests in `npm run torture`. */

inShell('a program that is killed', desktopShell, () => {
  test('a program that is killed while it saves has kept every save that it acknowledged', async ({ skip }) => {
    expectHolds(await killDesktop({ runs: 3, bytes: 1_000_000, seed: 1 }), skip)
  })

  test('a program that is killed while it saves beside an open text that is hard to show has kept every save', async ({
    skip,
  }) => {
    const openTexts = ['spaces between two letters', 'links that end in the address']
    expectHolds(await killDesktop({ runs: 2, bytes: 1_000_000, seed: 3, openTexts }), skip)
  })

  test('a program that is killed while the user types loses at most a second of it', async ({ skip }) => {
    expectHolds(await killTyping({ runs: 1, seed: 5, victim: 'main' }), skip)
  })

  test('a killed program prevents no later start, and a second start brings the first window to the front', async ({
    skip,
  }) => {
    expectHolds(await startTwice({ runs: 2, seed: 2 }), skip)
  })
})

inShell('a page that is killed', desktopShell, () => {
  test('a page that is killed while the user types loses at most a second of it', async ({ skip }) => {
    expectHolds(await killTyping({ runs: 1, seed: 5, victim: 'page' }), skip)
  })
})
