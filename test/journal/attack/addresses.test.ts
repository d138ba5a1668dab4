import { expect, test } from 'vitest'
import { attackAddresses } from '../../attack/addresses.ts'
import { expectFound, expectHeld } from '../../attack/expect-rows.ts'

test('no address gets a byte from outside, in the window’s protocols and in the browser shell', async () => {
  const rows = await attackAddresses({ count: 300, seed: 7, control: false })
  expectHeld(rows)
  expect(rows).toHaveLength(4)
})

test('the attack with addresses finds servers that decode and join paths', async () => {
  expectFound(await attackAddresses({ count: 150, seed: 7, control: true }))
})
