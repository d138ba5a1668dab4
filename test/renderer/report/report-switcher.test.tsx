import { readFile } from 'node:fs/promises'
import { act, configure, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { reportIdOf, reportsOf } from '../../../electron/shared/report/in-report.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { NewReportDialog } from '../../../renderer/report/new-report-dialog.tsx'
import { ReportScreen } from '../../../renderer/report/report-screen.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { expectNoViolations } from '../../support/page-axe.ts'
import { readClipboard, SomeClipboardItem } from '../../support/page-clipboard.ts'
import { connectPage, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

/** The screen of the report, with the dialog for new reports while it is open. */
function Page() {
  const dialog = useApp((state) => state.dialog)
  return (
    <>
      <ReportScreen />
      {dialog === 'new-report' && <NewReportDialog />}
    </>
  )
}

const leadOf = (trip: Trip, name: string | undefined) => reportsOf(trip).find((report) => report.name === name)?.lead

test('a memo that is made, written and deleted in the window leaves the first report as it was, and can be undone', async () => {
  // Checking the visibility of each element takes most of the time here, and nothing on this screen is hidden.
  configure({ defaultHidden: true })
  const { bridge } = await connectPage()
  const user = userEvent.setup()
  const { id: tripId } = valueOf(await bridge.call('trips.create', someTrip())).trip
  for (const [title, highlight] of [
    ['Lunch', false],
    ['Models', true],
  ] as const) {
    const fields = { kind: 'note' as const, title, text: `About ${title}.`, highlight }
    valueOf(await bridge.call('entries.add', { tripId, kind: 'note', day: '2026-04-14', start: null, fields }))
  }
  useApp.getState().go({ name: 'trip', tripId, tab: 'report' })
  await act(() => useTrip.getState().open(tripId))
  const { container } = render(<Page />)
  const saved = async () => {
    await act(() => useTrip.getState().flush())
    return valueOf(await bridge.call('trips.open', { tripId }))
  }

  await user.click(await screen.findByRole('button', { name: 'Report: Blog post' }))
  await user.click(await screen.findByRole('menuitem', { name: 'New report…' }))
  await user.click(await screen.findByRole('button', { name: /^Memo/ }))
  await screen.findByRole('button', { name: 'Report: Memo' })
  await waitFor(() => expect(screen.getByRole('article').textContent).toContain('About Models.'))
  expect(screen.getByRole('article').textContent).not.toContain('About Lunch.')
  await expectNoViolations(container)

  act(() => useTrip.getState().editReport({ lead: 'For the boss.', name: 'For Grace' }, { undoAs: 'writing' }))
  const written = await saved()
  expect([leadOf(written, 'For Grace'), written.report.lead]).toEqual(['For the boss.', ''])

  await user.click(screen.getByRole('button', { name: 'Report: For Grace' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Blog post' }))
  await waitFor(() => expect(screen.getByRole('article').textContent).toContain('About Lunch.'))
  // Undo leads to the report that it changes.
  await act(() => useTrip.getState().undo())
  await screen.findByRole('button', { name: 'Report: Memo' })
  await act(() => useTrip.getState().redo())

  await user.click(await screen.findByRole('button', { name: 'Report: For Grace' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Delete report' }))
  await screen.findByRole('button', { name: 'Report: Blog post' })
  await waitFor(async () => expect((await saved()).reports).toBeUndefined())
  await act(() => useTrip.getState().undo())
  expect(leadOf(await saved(), 'For Grace')).toBe('For the boss.')
  // The report that was shown last is shown again when the trip is opened.
  const { trip } = useTrip.getState()
  act(() => useTrip.getState().close())
  await act(() => useTrip.getState().open(tripId))
  expect(reportIdOf(useTrip.getState().trip ?? (await saved()))).toBe(trip && reportIdOf(trip))
  expect(trip?.id).not.toBe(trip && reportIdOf(trip))
})

test('a thread for Mastodon is copied and saved as messages of at most 500 characters, with what is highlighted', async () => {
  configure({ defaultHidden: true })
  const { bridge } = await connectPage()
  const user = userEvent.setup()
  vi.stubGlobal('ClipboardItem', SomeClipboardItem)
  const { id: tripId } = valueOf(await bridge.call('trips.create', someTrip())).trip
  const text = Array.from({ length: 30 }, (_, index) => `Sentence ${index} says what was learnt.`).join(' ')
  const fields = { kind: 'note' as const, title: 'Models', text, highlight: true }
  valueOf(await bridge.call('entries.add', { tripId, kind: 'note', day: '2026-04-14', start: null, fields }))
  useApp.getState().go({ name: 'trip', tripId, tab: 'report' })
  await act(() => useTrip.getState().open(tripId))
  render(<Page />)
  act(() => useApp.getState().openDialog('new-report'))
  await user.click(await screen.findByRole('button', { name: /^Thread for Mastodon/ }))
  await user.click(await screen.findByRole('button', { name: 'Report: Thread for Mastodon' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Copy the thread' }))
  await waitFor(() => expect(useApp.getState().toasts).toHaveLength(1))
  const { text: copied = '' } = await readClipboard()
  expect(copied).toContain('Sentence 29 says what was learnt.')
  const messages = copied.split('\n\n* * *\n\n')
  expect(messages.map((message) => message.split('\n').at(-1))).toEqual(['1/3', '2/3', '3/3'])
  expect(Math.max(...messages.map(({ length }) => length))).toBeLessThanOrEqual(500)
  expect(useApp.getState().toasts.map(({ message }) => message)).toContain(
    '3 messages of at most 500 characters copied.',
  )

  await user.click(await screen.findByRole('button', { name: 'Report: Thread for Mastodon' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Save the thread as a text file' }))
  await waitFor(() =>
    expect(useApp.getState().toasts.at(-1)?.message).toMatch(/^3 messages are in “.*-mastodon\.txt”\.$/),
  )
  const [, path = ''] = /“(.*)”/.exec(useApp.getState().toasts.at(-1)?.message ?? '') ?? []
  expect(await readFile(path, 'utf8')).toBe(`${copied}\n`)
})
