import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetDocuments } from '../../../renderer/editor/open-documents.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { day, list, openJournal, row } from './open-journal.tsx'

// The time for which an entry is open tells whether it was only passed through.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))

afterEach(() => {
  vi.useRealTimers()
  forgetDocuments()
})

const stay = () => vi.setSystemTime(Date.now() + 2_000)
const text = () => screen.findByRole('textbox', { name: /text/i })
const isOpen = (title: string) => waitFor(() => expect(row(title).getAttribute('aria-selected')).toBe('true'))
const back = '{Alt>}{ArrowLeft}{/Alt}'
const forward = '{Alt>}{ArrowRight}{/Alt}'

const openFive = () =>
  openJournal(
    ['One', 'Two', 'Three', 'Four', 'Five'].map((title) => ({ kind: 'note' as const, title, text: `About ${title}.` })),
  )

type User = Awaited<ReturnType<typeof openFive>>['user']

async function visit(user: User, ...titles: string[]) {
  for (const title of titles) {
    await user.click(row(title))
    await isOpen(title)
    stay()
  }
}

test('Alt with the arrow keys leads back and forward through the entries that were open, with the focus in the list', async () => {
  const { user } = await openFive()
  await visit(user, 'One', 'Four', 'Two')
  await user.keyboard(back)
  expect(document.activeElement).toBe(row('Four'))
  await user.keyboard(back)
  expect(document.activeElement).toBe(row('One'))
  await user.keyboard(back)
  expect(screen.getByText('No other entry was open before this one.')).toBeTruthy()
  expect(document.activeElement).toBe(row('One'))
  await user.keyboard(forward + forward)
  expect(document.activeElement).toBe(row('Two'))
  await user.keyboard(back)
  await visit(user, 'Five')
  await user.keyboard(forward)
  await isOpen('Five')
  await user.keyboard(back)
  await isOpen('Four')
})

test('In a text, the focus goes to the text of the entry before, on another day too', async () => {
  const { user } = await openFive()
  const later = '2026-04-15'
  await visit(user, 'One')
  await act(() => useTrip.getState().addEntry('note', later, { title: 'Far', text: 'Far away.' }))
  expect(useTrip.getState().day).toBe(later)
  stay()
  await user.click(await text())
  await user.keyboard(back)
  expect(useTrip.getState().day).toBe(day)
  await isOpen('One')
  expect(document.activeElement).toBe(await text())
  expect(document.activeElement?.textContent).toContain('About One.')
})

test('An entry that the arrow keys passed through, or that is gone, is left out', async () => {
  const { user } = await openFive()
  await visit(user, 'One')
  // Two and Three are passed through, and the walk ends at Four.
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}')
  await isOpen('Four')
  stay()
  await visit(user, 'Five')
  const four = useTrip.getState().trip?.entries[3]
  await act(() => useTrip.getState().deleteEntry(four?.id ?? ''))
  await waitFor(() => expect(within(list()).queryByText('Four')).toBeNull())
  row('Five').focus()
  await user.keyboard(back)
  expect(document.activeElement).toBe(row('One'))
})
