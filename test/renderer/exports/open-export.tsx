import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ExportDialog } from '../../../renderer/exports/export-dialog.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { connectPage, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

/** Shows the dialog; returns a function that unmounts it. */
export async function show(): Promise<() => void> {
  const { unmount } = render(<ExportDialog />)
  // Until the targets are known, there is nothing to export to.
  await screen.findByRole('radio', { name: 'Markdown folder' })
  return unmount
}

export async function openExport(shell: Parameters<typeof connectPage>[0] = {}) {
  const page = await connectPage(shell)
  const user = userEvent.setup()
  useApp.getState().setStart(valueOf(await page.bridge.call('app.start', {})))
  const { trip } = valueOf(await page.bridge.call('trips.create', someTrip()))
  const fields = { kind: 'note' as const, title: 'Opening', text: 'Hello.\n\n> A quote\n\n- one\n- two' }
  valueOf(
    await page.bridge.call('entries.add', { tripId: trip.id, kind: 'note', day: '2026-04-14', start: null, fields }),
  )
  useApp.getState().go({ name: 'trip', tripId: trip.id, tab: 'report' })
  await act(() => useTrip.getState().open(trip.id))
  useApp.getState().openDialog('export')
  return { ...page, user, leave: await show() }
}
