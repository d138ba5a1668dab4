import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BackupStatus } from '../../../electron/shared/backup.ts'
import { fail } from '../../../electron/shared/result.ts'
import { App } from '../../../renderer/frame/app.tsx'
import { formatBackup, formatBackupProblem } from '../../../renderer/library/format-backup.ts'
import { useApp } from '../../../renderer/state/app-state.ts'
import { start } from '../../../renderer/frame/start.ts'
import { axeFindings } from '../../support/page-axe.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

/** The window with a library of one trip, and a dialog that returns a folder on a drive. */
async function openWindow(): Promise<{ page: PageBridge; stick: string; tripId: string }> {
  let stick = ''
  const page = await connectPage({ chooseFolder: async () => stick })
  stick = join(page.folder, 'stick')
  await mkdir(stick)
  const { trip } = valueOf(await page.bridge.call('trips.create', someTrip()))
  page.onEnd(await start())
  render(<App />)
  await screen.findByRole('row')
  return { page, stick, tripId: trip.id }
}

async function openSettings(): Promise<HTMLElement> {
  await userEvent.keyboard('{Control>},{/Control}')
  const dialog = await screen.findByRole('dialog', { name: 'Settings' })
  return within(dialog).getByRole('region', { name: 'Backup' })
}

const press = async (part: HTMLElement, name: string) =>
  userEvent.click(await within(part).findByRole('button', { name }))

describe('the backup in the settings', () => {
  it('the backup has no folder at first; once one is chosen, all trips are copied there, and the time is shown', async () => {
    const { stick } = await openWindow()
    const backup = await openSettings()
    expect(backup.textContent).toContain('No folder has been chosen yet.')
    expect(within(backup).queryByRole('button', { name: 'Back up now' })).toBeNull()
    expect(await axeFindings()).toEqual([])

    await press(backup, 'Choose a folder for the backup')
    await within(backup).findByText(/^All trips were copied today at \d\d:\d\d\.$/)
    expect(backup.textContent).toContain(stick)
    expect((await stat(join(stick, 'Lanyard backup', '2026-04-14-lantern-conf-2026', 'trip.json'))).isFile()).toBe(true)
    expect(await axeFindings()).toEqual([])
  })

  it('the backup settings show what went wrong, also below the trips, and the backup succeeds when it is run again', async () => {
    const { stick, tripId } = await openWindow()
    const backup = await openSettings()
    await press(backup, 'Choose a folder for the backup')
    await within(backup).findByText(/^All trips were copied/)
    await rm(stick, { recursive: true })
    await press(backup, 'Back up now')
    await within(backup).findByText(/Could not find the backup folder.*Last tried today at/)
    expect(await axeFindings()).toEqual([])
    await userEvent.keyboard('{Escape}')

    await userEvent.click(await screen.findByRole('button', { name: 'The backup is behind' }))
    await screen.findByRole('dialog', { name: 'Settings' })
    await userEvent.keyboard('{Escape}')
    act(() => useApp.getState().go({ name: 'trip', tripId, tab: 'journal' }))
    await screen.findByRole('navigation', { name: 'Days' })
    expect(await axeFindings()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'The backup is behind' }))

    await mkdir(stick)
    const again = within(await screen.findByRole('dialog', { name: 'Settings' })).getByRole('region', {
      name: 'Backup',
    })
    await press(again, 'Back up now')
    await waitFor(() => expect(within(again).queryByText(/Could not find the backup/)).toBeNull())
    expect(screen.queryByText('The backup is behind')).toBeNull()
  })

  it('the backup can be turned off, which leaves the copy', async () => {
    const { stick } = await openWindow()
    const backup = await openSettings()
    await press(backup, 'Choose a folder for the backup')
    await within(backup).findByText(/^All trips were copied/)
    await press(backup, 'Stop making backups')
    await within(backup).findByText('No folder has been chosen yet.')
    expect((await stat(join(stick, 'Lanyard backup'))).isDirectory()).toBe(true)
  })

  it('the backup settings explain where the folder can be chosen if that is not possible here', async () => {
    const page = await connectPage()
    page.onEnd(await start())
    render(<App />)
    await screen.findByRole('heading', { level: 1 })
    const backup = await openSettings()
    expect(within(backup).queryByRole('button')).toBeNull()
    expect(backup.textContent).toContain('You can choose the folder in the desktop app.')
  })
})

describe('the state of the backup', () => {
  const status: BackupStatus = {
    folder: '/stick',
    at: '2026-04-14T10:15:00.000Z',
    waiting: 0,
    isRunning: false,
    problem: null,
  }
  const failure = fail('backup.newer-copy', { title: 'Lantern Conf' }).error
  const format = (changes: Partial<BackupStatus>) =>
    formatBackup({ ...status, ...changes }, 'UTC', '2026-04-14T12:00:00.000Z')

  it.each([
    [{}, 'All trips were copied today at 10:15.'],
    [{ at: null }, 'Not all trips have been copied there yet.'],
    [{ at: null, waiting: 2 }, 'Not all trips have been copied there yet. 2 trips will be copied in a moment.'],
    [{ at: null, isRunning: true }, 'Copying all trips…'],
    [{ isRunning: true, waiting: 1 }, 'All trips were copied today at 10:15. Copying what has changed since…'],
    [{ waiting: 1 }, 'All trips were copied today at 10:15. 1 trip has changed since and will be copied in a moment.'],
    [
      { waiting: 2, problem: { failure, at: '2026-04-14T11:00:00.000Z' } },
      'All trips were copied today at 10:15. 2 trips have changed since.',
    ],
  ])('the backup status of %j is "%s"', (changes, expected) => {
    expect(format(changes)).toBe(expected)
  })

  it('the backup status includes why it is behind, and when it is tried again', () => {
    const behind = { ...status, problem: { failure, at: '2026-04-14T11:00:00.000Z' } }
    expect(formatBackupProblem(behind, 'UTC', '2026-04-14T12:00:00.000Z')).toBe(
      'The copy of “Lantern Conf” in the backup was written by a newer version of Lanyard. It is left as it is. Update Lanyard to continue with this backup. Last tried today at 11:00; Lanyard tries again after the next save.',
    )
    expect(formatBackupProblem(status, 'UTC', '2026-04-14T12:00:00.000Z')).toBe('')
  })
})
