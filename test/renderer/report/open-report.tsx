import { EditorView } from '@codemirror/view'
import { act, configure, render, screen, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import type { Report, Trip } from '../../../electron/shared/trip.ts'
import { ReportScreen } from '../../../renderer/report/report-screen.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { prepareFlush } from '../../../renderer/state/before-flush.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { connectPage, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

export const days = ['2026-04-14', '2026-04-14', '2026-04-15', '2026-04-16']
export const titles = ['Opening', 'Keynote', 'In-Browser ML', 'Lightning talks']

/** The report of a trip with four notes, open on the screen. */
export async function openReport(changes: Partial<Report> = {}) {
  // Checking the visibility of each element takes most of the time here, and nothing on this screen is hidden.
  configure({ defaultHidden: true })
  const { bridge } = await connectPage()
  const user = userEvent.setup()
  const { id: tripId } = valueOf(await bridge.call('trips.create', someTrip())).trip
  const ids: string[] = []
  for (const [index, day] of days.entries()) {
    const fields = { kind: 'note' as const, title: titles[index] ?? '', text: `About ${titles[index]}.` }
    ids.push(valueOf(await bridge.call('entries.add', { tripId, kind: 'note', day, start: null, fields })).entryId)
  }
  valueOf(await bridge.call('report.save', { tripId, changes }))
  useApp.getState().go({ name: 'trip', tripId, tab: 'report' })
  await act(() => useTrip.getState().open(tripId))
  const { container } = render(<ReportScreen />)
  await screen.findByRole('article')
  const saved = async (): Promise<Trip> => {
    await act(() => useTrip.getState().flush())
    return valueOf(await bridge.call('trips.open', { tripId }))
  }
  return { bridge, user, tripId, ids, saved, container }
}

/** The outline in short: `1st Day: Opening, Keynote`. */
export function outline(): string[] {
  return screen
    .getAllByRole('list')
    .filter((list) => list.getAttribute('aria-label')?.startsWith('Entries '))
    .map((list) => {
      const rows = within(list).queryAllByRole('listitem')
      const label = list.getAttribute('aria-label')?.replace(/^Entries (of|in) /, '')
      return `${label}: ${rows.map((each) => each.querySelector('.outline-row-name')?.textContent).join(', ')}`
    })
}

export function preview(): HTMLElement {
  return screen.getByRole('article')
}

export function row(title: string): HTMLElement {
  return screen.getByRole('button', { name: new RegExp(`^${title}`) })
}

/** The part of a row that can be dragged. */
export function line(title: string): Element {
  const found = row(title).closest('.outline-row-line')
  if (!found) throw new Error(`There is no row ${title}.`)
  return found
}

/** Types into the text that is open in the post, and hands it over as when the editor is left. */
export function typeText(text: string) {
  const content = document.querySelector<HTMLElement>('.part-editor .cm-content')
  const view = content && EditorView.findFromDOM(content)
  if (!view) throw new Error('No text is open.')
  act(() => view.dispatch({ changes: { from: view.state.doc.length, insert: text }, userEvent: 'input.type' }))
  act(() => prepareFlush())
}

/** Opens a part in the post from its row. */
export async function edit(user: UserEvent, title: string) {
  row(title).focus()
  await user.keyboard('{Enter}')
}

export function twoSections(ids: string[]): Partial<Report> {
  return {
    arrangement: 'theme',
    sections: [
      { id: crypto.randomUUID(), heading: 'Talks', entryIds: [ids[1] ?? '', ids[2] ?? ''] },
      { id: crypto.randomUUID(), heading: 'Evening', entryIds: [] },
    ],
  }
}

export async function openByTheme() {
  const opened = await openReport()
  act(() => useTrip.getState().editReport(twoSections(opened.ids)))
  await screen.findByText('In no section')
  return opened
}
