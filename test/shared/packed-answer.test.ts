import { expect, test } from 'vitest'
import { isPacked, pack } from '../../electron/shared/contract/packed-answer.ts'
import { fail, ok } from '../../electron/shared/result.ts'

const list = (length: number) => Array.from({ length }, (_, id) => ({ id }))

test('an answer with a long list crosses the bridge as text, and is the same afterwards', () => {
  for (const answer of [ok(list(1_000)), ok({ trip: { entries: list(2_000), title: 'x' } })]) {
    const packed = pack(answer)
    expect(isPacked(packed) ? JSON.parse(packed.packed) : null).toEqual(answer)
  }
})

test('an answer without a long list crosses the bridge as it is', () => {
  for (const answer of [ok(null), ok({ trip: { entries: list(999) } }), fail('input.foreign-caller')])
    expect(pack(answer)).toBe(answer)
})
