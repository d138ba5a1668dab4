import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ExportDialog } from '../../../renderer/exports/export-dialog.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { expectNoViolations } from '../../support/page-axe.ts'
import { connectPage, valueOf } from '../../support/page-bridge.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { someTrip } from '../../support/trips.ts'

/** Connects the page to a journal with an open trip, beside a folder with a small Hugo site. */
async function openTripBesideSite() {
  const site = join(await temporaryFolder(), 'site')
  await mkdir(site)
  await writeFile(join(site, 'hugo.toml'), 'title = "A site"\n')
  const { bridge } = await connectPage({ chooseFolder: async () => site })
  useApp.getState().setStart(valueOf(await bridge.call('app.start', {})))
  const { trip } = valueOf(await bridge.call('trips.create', someTrip()))
  useApp.getState().go({ name: 'trip', tripId: trip.id, tab: 'report' })
  await act(() => useTrip.getState().open(trip.id))
  act(() => useTrip.getState().editReport({ lead: 'Hello.' }))
  useApp.getState().openDialog('export')
  return { site, bridge, user: userEvent.setup() }
}

test('a destination is entered in the export dialog, chosen, changed and removed', async () => {
  const { bridge, user } = await openTripBesideSite()
  render(<ExportDialog />)
  await user.click(await screen.findByRole('button', { name: 'New destination…' }))
  const name = await screen.findByRole('textbox', { name: 'Name' })
  expect(name).toHaveProperty('value', 'site')
  expect(screen.getByRole('button', { name: /Kind of site$/ }).textContent).toContain('Hugo')
  await user.click(screen.getByRole('checkbox', { name: 'Draft' }))
  await user.click(screen.getByRole('button', { name: 'Add a key' }))
  const key = within(screen.getByRole('group', { name: 'Key' }))
  await user.type(key.getByRole('textbox', { name: 'Key' }), 'toc')
  await user.click(key.getByRole('button', { name: /Kind$/ }))
  await user.click(await screen.findByRole('option', { name: 'Number' }))
  await user.type(key.getByRole('textbox', { name: 'Value' }), 'x')
  expect(screen.getByText('This has to be a number.')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Save' }).hasAttribute('disabled')).toBe(true)
  await expectNoViolations()
  await user.type(key.getByRole('textbox', { name: 'Value' }), '{Backspace}7{Enter}')

  const radio = await screen.findByRole('radio', { name: 'site' })
  expect(radio).toHaveProperty('checked', true)
  expect(screen.getByRole('group', { name: 'Destinations' }).contains(radio)).toBe(true)
  const saved = valueOf(await bridge.call('destinations.list', {}))
  expect(saved).toMatchObject([{ options: { draft: true }, keys: { rename: {}, add: { toc: 7 }, omit: [] } }])

  await user.click(screen.getByRole('button', { name: 'Edit the destination site' }))
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), '2')
  await user.click(screen.getByRole('button', { name: 'Remove the key toc' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await user.click(await screen.findByRole('button', { name: 'Remove the destination site2' }))
  await waitFor(() => expect(screen.queryByRole('radio', { name: 'site2' })).toBeNull())
  expect(valueOf(await bridge.call('destinations.list', {}))).toEqual([])
})

test('an export to a destination shows what was changed on both sides, and lets the user decide', async () => {
  const { site, bridge, user } = await openTripBesideSite()
  const destination = { id: crypto.randomUUID(), name: 'Blog', folder: site, target: 'hugo' }
  expect(await bridge.call('destinations.save', { destination })).toMatchObject({
    error: { code: 'destination.folder-not-chosen' },
  })
  valueOf(await bridge.call('destinations.chooseFolder', { startAt: null }))
  valueOf(await bridge.call('destinations.save', { destination }))
  const { unmount } = render(<ExportDialog />)
  await user.click(await screen.findByRole('radio', { name: 'Blog' }))
  await user.keyboard('{Enter}')
  await screen.findByText(/all there\.$/)
  const path = join(site, 'content', 'posts', 'lantern-conf-2026', 'index.md')
  expect(screen.getByText(path)).toBeTruthy()
  unmount()

  await writeFile(path, (await readFile(path, 'utf8')).replace('Hello.', 'Hello, all.'))
  act(() => useTrip.getState().editReport({ lead: 'Hello, you.' }))
  render(<ExportDialog />)
  // It was used last, so Enter is enough.
  await screen.findByRole('group', { name: 'Last used' })
  await user.keyboard('{Enter}')
  const heading = await screen.findByText(/^This was changed both in the site and in the report/)
  expect(document.activeElement).toBe(heading)
  expect(screen.getByText('Hello, all.')).toBeTruthy()
  expect(screen.getByText('Hello, you.')).toBeTruthy()
  await expectNoViolations()
  // Enter decides nothing.
  await user.keyboard('{Enter}')
  await user.click(screen.getByRole('button', { name: 'Keep what is in the site' }))
  await screen.findByText('What was edited in the site is still there.')
  expect(await readFile(path, 'utf8')).toContain('\nHello, all.\n')
})
