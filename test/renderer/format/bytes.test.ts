import { expect, it } from 'vitest'
import { sayBytes } from '../../../renderer/format/bytes.ts'

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1_000, '1 kB'],
  [3_450_000, '3.5 MB'],
  [34_500_000, '35 MB'],
  [999_999, '1 MB'],
  [2_000_000_000_000_000, '2,000 TB'],
])('%d are %s', (bytes, said) => {
  expect(sayBytes(bytes)).toBe(said)
})
