import { test } from 'vitest'
import { expectFound, expectHeld } from '../../attack/expect-rows.ts'
import { attackPictures } from '../../attack/pictures.ts'

test('no exported picture tells where, when, by whom or with what it was taken', async () => {
  expectHeld(await attackPictures({ count: 3, seed: 7, control: false }))
})

test('the attack with pictures finds an export that copies them', async () => {
  expectFound(await attackPictures({ count: 1, seed: 7, control: true }))
})
