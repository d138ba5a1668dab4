import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { message } from '../../../electron/shared/messages/message.ts'
import type { Finding } from '../../../electron/shared/verification.ts'
import { Findings } from '../../../renderer/library/verify-summary.tsx'

const finding = (index: number): Finding => ({
  kind: 'problem',
  place: `2026-04-14-lantern-conf/photos/${index}.jpg`,
  message: message('verify.finding.not-a-version'),
})

test('of 40,000 findings about the files, only a part is drawn', () => {
  render(<Findings label="Problems" findings={Array.from({ length: 40_000 }, (_, index) => finding(index + 1))} />)
  expect(screen.getByText('2026-04-14-lantern-conf/photos/1.jpg')).toBeTruthy()
  expect(screen.getByText('2026-04-14-lantern-conf/photos/40000.jpg')).toBeTruthy()
  expect(screen.getAllByRole('listitem').length).toBeLessThan(100)
})
