import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { App } from '../../../renderer/frame/app.tsx'
import { formatRead, formatVerdict } from '../../../renderer/library/format-verification.ts'
import { useApp } from '../../../renderer/state/app-state.ts'
import { start } from '../../../renderer/frame/start.ts'
import { axeFindings } from '../../support/page-axe.ts'
import { connectPage, valueOf } from '../../support/page-bridge.ts'
import { onePixel, someTrip } from '../../support/trips.ts'

const folder = '2026-04-14-lantern-conf-2026'

/** The window with a library of one trip and a picture, and optionally a backup of them. */
async function begin(isBackedUp = false): Promise<{ library: string; stick: string; trip: (place: string) => string }> {
  let stick = ''
  const page = await connectPage({ chooseFolder: async () => stick })
  stick = join(page.folder, 'stick')
  await mkdir(stick)
  const { trip } = valueOf(await page.bridge.call('trips.create', someTrip()))
  const data = new Uint8Array(onePixel)
  valueOf(await page.bridge.call('photos.add', { tripId: trip.id, name: 'lamp.png', data }))
  if (isBackedUp) {
    valueOf(await page.bridge.call('settings.chooseBackup', {}))
    valueOf(await page.bridge.call('backup.run', { jobId: crypto.randomUUID() }))
  }
  page.onEnd(await start())
  const { library } = useApp.getState().start
  return { library, stick, trip: (place) => join(library, folder, place) }
}

async function show(): Promise<HTMLElement> {
  render(<App />)
  await screen.findByRole('row')
  await userEvent.keyboard('{Control>},{/Control}')
  await userEvent.click(await screen.findByRole('button', { name: 'Check every file…' }))
  return await screen.findByRole('dialog', { name: 'Check every file' })
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

describe('the check of every file', () => {
  it('the check starts from the settings, and reports that all is well', async () => {
    const { library } = await begin()
    const dialog = await show()
    expect(within(dialog).queryByRole('radio')).toBeNull()
    expect(await axeFindings()).toEqual([])
    await press('Check')
    const verdict = await screen.findByText('Everything is as it should be.')
    expect(document.activeElement?.contains(verdict)).toBe(true)
    expect(dialog.textContent).toMatch(/Read: 1 trip, 0 entries, 1 picture and \d earlier versions?, .* in total\./)
    expect(dialog.textContent).toContain(library)
    expect(await axeFindings()).toEqual([])
    await press('Settings')
    await screen.findByRole('dialog', { name: 'Settings' })
  })

  it('the check lists problems and notes, and leads to the recovery of a damaged trip', async () => {
    const { trip } = await begin()
    await writeFile(trip('trip.json'), '{"half')
    await writeFile(trip('trip.json.corrupt-20260414T101500123Z'), 'x')
    const dialog = await show()
    await press('Check')
    await screen.findByText('1 problem was found.')
    const problems = within(dialog).getByRole('region', { name: 'Problems' })
    expect(problems.textContent).toContain(`${folder}/trip.json`)
    expect(problems.textContent).toContain('damaged')
    expect(within(dialog).getByRole('region', { name: 'Worth knowing' }).textContent).toContain('corrupt')
    await press('Recover Lantern Conf 2026')
    await waitFor(() => expect(useApp.getState()).toMatchObject({ place: { name: 'recovery', folder }, dialog: null }))
  })

  it('the check can include the backup, if there is one', async () => {
    const { stick } = await begin(true)
    await rm(join(stick, 'Lanyard backup', folder, 'photos'), { recursive: true })
    await show()
    await userEvent.click(await screen.findByRole('radio', { name: 'Backup' }))
    expect(await axeFindings()).toEqual([])
    await press('Check')
    await screen.findByText('1 problem was found.')
    expect(screen.getByText(/“Back up now” in the settings/)).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })

  it('the check offers to restore missing pictures from the backup, and runs again', async () => {
    const { trip } = await begin(true)
    await rm(trip('photos'), { recursive: true })
    await show()
    await press('Check')
    await press('Restore them from the backup')
    await screen.findByText('1 picture was restored from the backup.')
    await screen.findByText('Everything is as it should be.')
    expect(await readdir(trip('photos'))).toHaveLength(1)
  })

  it('the check shows why it failed, and can be tried again', async () => {
    const { library } = await begin()
    await show()
    await rename(library, `${library}-gone`)
    await press('Check')
    expect((await screen.findByRole('alert')).textContent).toContain('no longer at')
    await rename(`${library}-gone`, library)
    await press('Try again')
    await screen.findByText('Everything is as it should be.')
  })

  it('the check can be stopped with its button or by closing the dialog', async () => {
    await begin()
    await show()
    await press('Check')
    // It may finish before it is stopped; both cases close the dialog.
    const stop = screen.queryByRole('button', { name: 'Stop' })
    if (stop !== null) await userEvent.click(stop)
    await screen.findByRole('button', { name: /^(Check|Done)$/ })
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})

describe('the summary of a check', () => {
  it('the summary counts what was read', () => {
    const read = { folder: '/l', trips: 2, entries: 41, pictures: 1, versions: 1204, inTrash: 0, bytes: 3_450_000 }
    expect(formatRead({ ...read, findings: [] })).toBe(
      'Read: 2 trips, 41 entries, 1 picture and 1,204 earlier versions, 3.5 MB in total.',
    )
    expect(formatRead({ ...read, pictures: 0, versions: 0, findings: [] })).toBe(
      'Read: 2 trips and 41 entries, 3.5 MB in total.',
    )
    expect(formatRead({ ...read, inTrash: 1, findings: [] })).toContain(
      '1,204 earlier versions and 1 trip in the trash',
    )
  })

  it('the summary distinguishes problems from notes', () => {
    expect(formatVerdict(0, 0)).toBe('Everything is as it should be.')
    expect(formatVerdict(0, 2)).toBe('Nothing is damaged or missing.')
    expect(formatVerdict(2, 2)).toBe('2 problems were found.')
  })
})
