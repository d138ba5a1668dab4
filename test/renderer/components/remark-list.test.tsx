import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef } from 'react'
import { expect, test } from 'vitest'
import { message } from '../../../electron/shared/messages/message.ts'
import type { RemarkPlace } from '../../../electron/shared/report/post-places.ts'
import { RemarkList, type RemarkListHandle } from '../../../renderer/components/remark-list.tsx'

test('of thousands of remarks, the first hundred are shown, with the number of the others', async () => {
  const remarks = Array.from({ length: 3_000 }, (_, index) => ({
    message: message('report.remark.wordless', { name: `Entry ${index}` }),
    at: `entry ${index}` as const,
  }))
  const gone: RemarkPlace[] = []
  render(<RemarkList remarks={remarks} onGo={(place) => gone.push(place)} />)
  expect(screen.getAllByRole('button')).toHaveLength(100)
  expect(screen.getByText('And 2,900 more.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /“Entry 7” has nothing but a title/ }))
  expect(gone).toEqual(['entry 7'])
})

test('the button of a remark puts it right, and the next remark gets the focus', async () => {
  const fixed: string[] = []
  const remark = (name: string) => ({
    message: message('report.remark.wordless', { name }),
    at: `entry ${name}` as const,
    fix: { label: `Fix ${name}`, apply: () => fixed.push(name) },
  })
  const { rerender } = render(<RemarkList remarks={[remark('one'), remark('two')]} onGo={() => undefined} />)
  screen.getByRole('button', { name: 'Fix one' }).focus()
  await userEvent.keyboard('{Enter}')
  expect(fixed).toEqual(['one'])
  rerender(<RemarkList remarks={[remark('two')]} onGo={() => undefined} />)
  expect(document.activeElement?.textContent).toBe('Fix two')
})

test('the command puts right the line with the focus, or else the first one that can be, and leaves the focus there', () => {
  const fixed: string[] = []
  const remark = (name: string, hasFix = true) => ({
    message: message('report.remark.wordless', { name }),
    at: `entry ${name}` as const,
    ...(hasFix && { fix: { label: `Fix ${name}`, apply: () => fixed.push(name) } }),
  })
  const ref = createRef<RemarkListHandle>()
  const remarks = [remark('none', false), remark('one'), remark('two')]
  render(<RemarkList ref={ref} remarks={remarks} onGo={() => undefined} />)
  act(() => ref.current?.applyNext())
  expect(document.activeElement).toBe(document.body)
  act(() => screen.getByRole('button', { name: /“two”/ }).focus())
  act(() => ref.current?.applyNext())
  act(() => screen.getByRole('button', { name: /“none”/ }).focus())
  act(() => ref.current?.applyNext())
  expect(fixed).toEqual(['one', 'two', 'one'])
})
