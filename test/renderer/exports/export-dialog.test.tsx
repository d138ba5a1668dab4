import { act, render, screen, waitFor } from '@testing-library/react'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { message } from '../../../electron/shared/messages/message.ts'
import { render as inWords } from '../../../electron/shared/messages/translate.ts'
import { fail, ok } from '../../../electron/shared/result.ts'
import { ExportDialog } from '../../../renderer/exports/export-dialog.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { diskFull } from '../../support/failures.ts'
import { expectNoViolations } from '../../support/page-axe.ts'
import { exportGroups } from '../../../electron/shared/contract/exports.ts'
import { valueOf } from '../../support/page-bridge.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { someTrip } from '../../support/trips.ts'
import { openExport, show } from './open-export.tsx'

test('the export dialog lists every target with its purpose, and says where the export goes', async () => {
  const { bridge } = await openExport()
  const targets = valueOf(await bridge.call('exports.targets', {}))
  expect(screen.getAllByRole('radio').map((radio) => radio.getAttribute('aria-label'))).toEqual(
    exportGroups
      .flatMap((group) => targets.filter((target) => target.group === group))
      .map(({ name }) => inWords(name)),
  )
  for (const { description } of targets) expect(screen.getByText(inWords(description))).toBeTruthy()
  expect(screen.getByText(useApp.getState().start.exports)).toBeTruthy()
  await expectNoViolations()
})

test('a format is found by typing, and Enter chooses the first', async () => {
  const { user } = await openExport()
  await user.click(screen.getByRole('textbox', { name: 'Find a format' }))
  await user.keyboard('site hugo')
  expect(screen.getAllByRole('radio')).toHaveLength(1)
  await user.keyboard('{Enter}')
  expect(screen.getByRole('radio', { name: 'Hugo' })).toHaveProperty('checked', true)
  expect(screen.getAllByRole('radio').length).toBeGreaterThan(20)
  await user.keyboard('qqq')
  expect(screen.getByText('No format matches “qqq”.')).toBeTruthy()
})

test('what may have to be changed is listed beside the button, and each line leads to its place', async () => {
  const { user } = await openExport()
  await user.click(await screen.findByText('1 thing to look at'))
  await user.click(screen.getByRole('button', { name: 'The report has no publication date yet.' }))
  expect(useApp.getState().dialog).toBeNull()
  expect(useTrip.getState().lookedAt).toBe('date')
  act(() => useTrip.getState().lookAt(null))
})

test('the export dialog exports the latest text, and shows what was read back', async () => {
  const { user } = await openExport()
  act(() => useTrip.getState().editReport({ title: 'Typed just now' }))
  await user.click(screen.getByRole('button', { name: 'Export' }))
  const summary = await screen.findByText(/all there\.$/)
  expect(summary.textContent).toMatch(/^\d+ headings?, .*2 list items, 1 quote.*: all there\.$/)
  expect(document.activeElement?.contains(summary)).toBe(true)
  const folder = join(useApp.getState().start.exports, 'typed-just-now')
  expect(screen.getByText(folder)).toBeTruthy()
  expect(await readFile(join(folder, 'index.md'), 'utf8')).toContain('"Typed just now"')
  await expectNoViolations()
  await user.click(screen.getByRole('button', { name: 'Done' }))
  expect(useApp.getState().dialog).toBeNull()
})

test('exporting again takes Enter alone, and uses the target of last time', async () => {
  const { user, leave } = await openExport()
  await user.click(screen.getByRole('radio', { name: 'Plain text' }))
  await user.keyboard('{Enter}')
  await screen.findByText(/all there\.$/)
  await user.keyboard('{Enter}')
  expect(useApp.getState().dialog).toBeNull()
  leave()
  await show()
  expect(screen.getByRole('radio', { name: 'Plain text' })).toHaveProperty('checked', true)
  expect(screen.getByText(/^Last exported today at .*: lantern-conf-2026\.txt$/)).toBeTruthy()
  act(() => useTrip.getState().editReport({ lead: 'New words.' }))
  await user.click(screen.getByRole('radio', { name: 'Plain text' }))
  await user.keyboard('{Enter}')
  await screen.findByText(/all there\.$/)
  const path = join(useApp.getState().start.exports, 'lantern-conf-2026.txt')
  expect(await readFile(path, 'utf8')).toContain('New words.')
})

test('Enter exports even if it comes before the targets are known', async () => {
  const { user, leave, hold } = await openExport()
  leave()
  const letGo = hold('exports.targets')
  render(<ExportDialog />)
  await user.click(screen.getByRole('heading', { name: 'Export the report' }))
  await user.keyboard('{Enter}')
  expect(screen.queryByRole('radio')).toBeNull()
  letGo()
  await screen.findByText(/all there\.$/)
})

test('the export dialog asks before it replaces what somebody has changed, and Enter does not do it', async () => {
  const { user, leave } = await openExport()
  await user.click(screen.getByRole('button', { name: 'Export' }))
  await user.click(await screen.findByRole('button', { name: 'Done' }))
  const path = join(useApp.getState().start.exports, 'lantern-conf-2026', 'index.md')
  await writeFile(path, 'Mended by hand.')
  leave()
  await show()
  await user.click(screen.getByRole('radio', { name: 'Markdown folder' }))
  await user.keyboard('{Enter}')
  expect((await screen.findByRole('alert')).textContent).toMatch(/has been changed since Lanyard wrote it/)
  await expectNoViolations()
  await user.keyboard('{Enter}')
  expect(await readFile(path, 'utf8')).toBe('Mended by hand.')
  await user.click(screen.getByRole('button', { name: 'Replace' }))
  await screen.findByText(/all there\.$/)
  expect(await readFile(path, 'utf8')).toContain('Hello.')
})

test('the folder that is chosen for an export is that of the trip alone', async () => {
  const folder = await temporaryFolder()
  const { user, bridge } = await openExport({ chooseFolder: async () => folder })
  await user.click(screen.getByRole('button', { name: 'Change where exports go' }))
  await screen.findByText(folder)
  await user.click(screen.getByRole('button', { name: 'Export' }))
  await screen.findByText(/all there\.$/)
  expect(await readFile(join(folder, 'lantern-conf-2026', 'index.md'), 'utf8')).toContain('Hello.')
  const { trip } = valueOf(await bridge.call('trips.create', someTrip()))
  const other = valueOf(await bridge.call('exports.remembered', { tripId: trip.id }))
  expect(other).toMatchObject({ folder: useApp.getState().start.exports, target: 'markdown', last: null })
})

test('what was exported can be opened in another program', async () => {
  const opened: string[] = []
  const { user } = await openExport({ openFile: async (path) => opened.push(path) === 1 })
  await user.click(screen.getByRole('button', { name: 'Export' }))
  await user.click(await screen.findByRole('button', { name: 'Open' }))
  await waitFor(() => expect(opened).toEqual([expect.stringMatching(/lantern-conf-2026[\\/]index\.md$/)]))
  expect(useApp.getState().toasts).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Open' }))
  await waitFor(() => expect(useApp.getState().toasts[0]?.message).toMatch(/^No program opened “.*index\.md”/))
})

test('the export dialog says why an export failed, and it can be tried again', async () => {
  const { user, bridge } = await openExport()
  let refusals = 1
  window.lanyard = {
    ...bridge,
    call: async (channel, input) =>
      channel === 'exports.run' && refusals-- > 0 ? diskFull : bridge.call(channel, input),
  }
  await user.click(screen.getByRole('button', { name: 'Export' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/the disk is full\./)
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByText(/all there\.$/)
})

test('the export dialog does not export what could not be saved', async () => {
  const { user, fillDisk, calls } = await openExport()
  act(() => useTrip.getState().editReport({ title: 'Not on the disk' }))
  fillDisk('ENOSPC')
  await user.click(screen.getByRole('button', { name: 'Export' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/could not be saved/)
  expect(calls).not.toContain('exports.run')
})

test('the export dialog shows the progress, and can cancel the export', async () => {
  const { user, bridge, send } = await openExport()
  let jobId = ''
  let cancelled: (() => void) | undefined
  window.lanyard = {
    ...bridge,
    call: async (channel, input) => {
      if (channel === 'exports.run' && 'jobId' in input) {
        jobId = input.jobId
        await new Promise<void>((resolve) => {
          cancelled = resolve
        })
        return fail('cancelled.export')
      }
      if (channel === 'jobs.cancel') cancelled?.()
      return channel === 'jobs.cancel' ? (ok({}) as never) : bridge.call(channel, input)
    },
  }
  await user.click(screen.getByRole('button', { name: 'Export' }))
  await waitFor(() => expect(jobId).not.toBe(''))
  act(() => send('job.progress', { jobId, kind: 'export', done: 0.4, step: 'converting-pictures' }))
  const bar = await screen.findByRole('progressbar', { name: 'Preparing pictures…' })
  expect(bar.getAttribute('aria-valuenow')).toBe('40')
  await expectNoViolations()
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/Nothing was written/)
})

test('the export dialog lists each difference in the written files', async () => {
  const { user, bridge } = await openExport()
  window.lanyard = {
    ...bridge,
    call: async (channel, input) => {
      const result = await bridge.call(channel, input)
      if (result.ok && result.value && 'differences' in result.value)
        result.value.differences.push(message('export.differs.file', { path: 'index.md' }))
      return result
    },
  }
  await user.click(screen.getByRole('button', { name: 'Export' }))
  await screen.findByText(/One thing differs from the report:$/)
  expect(screen.getByText('The file “index.md” is not on the disk as it was written.')).toBeTruthy()
})

test('the export dialog shows the options of the chosen target, and exports with the entered values', async () => {
  const { user, leave } = await openExport()
  act(() => useTrip.getState().editReport({ title: 'Typed just now' }))
  await user.click(screen.getByRole('checkbox', { name: 'Front matter' }))
  const folder = screen.getByRole('textbox', { name: 'Folder for pictures' })
  await user.type(folder, '../up')
  expect(screen.getByText(/^This can be up to 100 characters/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Export' }).hasAttribute('disabled')).toBe(true)
  await expectNoViolations()
  await user.clear(folder)
  await user.type(folder, 'images')
  await user.click(screen.getByRole('button', { name: 'Export' }))
  await screen.findByText(/all there\.$/)
  const { exports } = useApp.getState().start
  expect(await readFile(join(exports, 'typed-just-now', 'index.md'), 'utf8')).toMatch(/^# Typed just now\n/)
  leave()
  await show()
  expect(screen.getByRole('textbox', { name: 'Folder for pictures' }).getAttribute('value')).toBe('images')
})

test('the export dialog shows a choice and a number for targets with such options', async () => {
  const { user } = await openExport()
  await user.click(screen.getByRole('radio', { name: 'HTML file' }))
  await user.click(screen.getByRole('button', { name: /Pictures$/ }))
  await user.click(await screen.findByRole('option', { name: 'In a folder beside it' }))
  expect(screen.queryByRole('textbox', { name: 'Folder for pictures' })).toBeNull()
  await user.click(screen.getByRole('radio', { name: 'Plain text' }))
  const width = screen.getByRole('textbox', { name: 'Line width' })
  await user.clear(width)
  await user.type(width, 'wide')
  expect(screen.getByText('This can be a whole number from 0 to 200.')).toBeTruthy()
  await expectNoViolations()
})

test('the export dialog says before and after an export which pictures are missing, and why', async () => {
  const { user, bridge, leave } = await openExport()
  const tripId = useTrip.getState().trip?.id ?? ''
  const fields = { kind: 'note' as const, text: '![A map](map.png)' }
  valueOf(await bridge.call('entries.add', { tripId, kind: 'note', day: '2026-04-14', start: null, fields }))
  leave()
  await show()
  const reason = '“A map” (it did not come with the imported text)'
  await screen.findByText(`One picture will be missing: ${reason}.`)
  await expectNoViolations()
  await user.click(screen.getByRole('radio', { name: 'Markdown folder' }))
  await user.click(screen.getByRole('button', { name: 'Export' }))
  const summary = await screen.findByText(/^Written: /)
  expect(summary.textContent).toContain(`0 of 1 picture. One picture is missing: ${reason}.`)
})
