import { test } from 'vitest'
import { attackWithTexts } from '../../attack/engine-texts.ts'
import { expectFound } from '../../attack/expect-rows.ts'

/* What the places of the engine make of such texts is tested in test/journal/service/heavy-texts.test.ts. */

test('the attack with texts that are hard to parse finds a place that works in the main thread', async () => {
  expectFound(await attackWithTexts({ count: 2, seed: 7, control: true }))
})
