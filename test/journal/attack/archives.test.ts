import { test } from 'vitest'
import { attackWithArchives } from '../../attack/archives.ts'
import { expectFound, expectHeld } from '../../attack/expect-rows.ts'

/** The real limits are 5 s, 50 ms and 512 MB. A machine that also runs other tests is given more. */
const limits = { answer: 25_000, block: 1000, memory: 900 * 1024 * 1024 }

test('a malicious file with a trip puts nothing outside the library, and is imported or refused in time', async () => {
  expectHeld(await attackWithArchives({ count: 25, seed: 7, control: false }, limits))
})

test('the attack with archives finds a program that unpacks as the names say', async () => {
  expectFound(await attackWithArchives({ count: 50, seed: 7, control: true }, limits))
})
