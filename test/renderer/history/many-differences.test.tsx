import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Difference } from '../../../electron/shared/history.ts'
import { Differences } from '../../../renderer/history/differences.tsx'

const added = (index: number): Difference => ({
  of: 'entry',
  entryId: `entry-${index}`,
  title: `Entry ${index}`,
  what: 'added',
  fields: [],
})

test('of 40,000 differences between two versions, only a part is drawn', () => {
  render(<Differences differences={Array.from({ length: 40_000 }, (_, index) => added(index + 1))} />)
  expect(screen.getByRole('region', { name: /Entry 1$/ })).toBeTruthy()
  expect(screen.getAllByRole('region').length).toBeLessThan(200)
})
