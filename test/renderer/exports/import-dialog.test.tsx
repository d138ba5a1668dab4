import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { fail, ok } from '../../../electron/shared/result.ts'
import { ImportDialog } from '../../../renderer/exports/import-dialog.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { expectNoViolations } from '../../support/page-axe.ts'
import { connectPage, valueOf } from '../../support/page-bridge.ts'
import { onePixel, someTrip } from '../../support/trips.ts'

const markdown = `---
title: "A Report & More"
---

It began with tea.

## 1st Day

The opening was short.

![A pixel](pixel.png)
`

async function openImport() {
  const page = await connectPage()
  const user = userEvent.setup({ applyAccept: false })
  useApp.getState().openDialog('import')
  return { ...page, user }
}

function choose(files: File[]): [HTMLInputElement, File[]] {
  const input = document.querySelector<HTMLInputElement>('input[type=file]:not([webkitdirectory])')
  if (!input) throw new Error('There is no field for files.')
  return [input, files]
}

const report = () => new File([markdown], 'index.md')
const picture = () => new File([new Uint8Array(onePixel)], 'pixel.png')

test('the import dialog creates a new trip from a report with its picture, and opens it', async () => {
  const { user } = await openImport()
  render(<ImportDialog />)
  await expectNoViolations()
  await user.upload(...choose([report(), picture()]))
  expect(await screen.findByText(/^2 files/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Import' }))
  const summary = await screen.findByText(/^The trip “A Report & More” was created/)
  expect(summary.textContent).toMatch(/1 picture/)
  expect(document.activeElement?.contains(summary)).toBe(true)
  await expectNoViolations()
  await user.click(screen.getByRole('button', { name: 'Open the trip' }))
  expect(useApp.getState()).toMatchObject({ dialog: null, place: { name: 'trip', tab: 'journal' } })
})

test('the import dialog lists what was not imported unchanged', async () => {
  const { user } = await openImport()
  render(<ImportDialog />)
  await user.upload(...choose([report()]))
  await user.click(screen.getByRole('button', { name: 'Import' }))
  expect((await screen.findByRole('list', { name: 'Remarks' })).textContent).toMatch(/pixel\.png/)
})

test('the import dialog adds to the open trip', async () => {
  const { user, bridge } = await openImport()
  const { trip } = valueOf(await bridge.call('trips.create', someTrip()))
  useApp.getState().go({ name: 'trip', tripId: trip.id, tab: 'journal' })
  await act(() => useTrip.getState().open(trip.id))
  render(<ImportDialog />)
  await user.upload(...choose([report()]))
  await user.click(screen.getByRole('radio', { name: 'Entries of Lantern Conf 2026' }))
  await user.click(screen.getByRole('button', { name: 'Import' }))
  await screen.findByText(/^Added .* to “Lantern Conf 2026”/)
  expect(useTrip.getState().trip?.entries.length).toBeGreaterThan(0)
})

test('the import dialog refuses a file that is not text, and another one can be tried', async () => {
  const { user } = await openImport()
  render(<ImportDialog />)
  await user.upload(...choose([new File([new Uint8Array([0, 1, 2, 0, 255, 254])], 'report.md')]))
  await user.click(screen.getByRole('button', { name: 'Import' }))
  expect((await screen.findByRole('alert')).textContent?.length).toBeGreaterThan(20)
  await user.click(screen.getByRole('button', { name: 'Clear' }))
  await user.upload(...choose([report()]))
  await user.click(screen.getByRole('button', { name: 'Import' }))
  await screen.findByText(/was created/)
})

test('the import dialog refuses a text that is far too long before it reads it', async () => {
  const { user, calls } = await openImport()
  render(<ImportDialog />)
  let wasRead = false
  const huge = Object.defineProperties(new File(['x'], 'huge.md'), {
    size: { value: 70 * 1024 * 1024 },
    arrayBuffer: {
      value: () => {
        wasRead = true
        return Promise.resolve(new ArrayBuffer(0))
      },
    },
  })
  await user.upload(...choose([huge]))
  expect((await screen.findByRole('alert')).textContent).toMatch(/^huge\.md is 73 MB long\..*Nothing was read/)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Import' }).disabled).toBe(true)
  expect(wasRead).toBe(false)
  expect(calls).not.toContain('imports.understand')
})

test('the import dialog says that a file has disappeared since it was chosen', async () => {
  const { user } = await openImport()
  render(<ImportDialog />)
  const gone = Object.defineProperty(new File(['# x'], 'gone.md'), 'arrayBuffer', {
    value: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
  })
  await user.upload(...choose([gone]))
  await user.click(screen.getByRole('button', { name: 'Import' }))
  await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/could not be read/))
})

test('the import dialog shows the progress, and can cancel the import', async () => {
  const { user, bridge, send } = await openImport()
  let jobId = ''
  let end: (() => void) | undefined
  window.lanyard = {
    ...bridge,
    call: async (channel, input) => {
      if (channel === 'imports.understand' && 'jobId' in input) {
        jobId = input.jobId
        await new Promise<void>((resolve) => {
          end = resolve
        })
        return fail('cancelled.import')
      }
      if (channel === 'jobs.cancel') end?.()
      return channel === 'jobs.cancel' ? (ok({}) as never) : bridge.call(channel, input)
    },
  }
  render(<ImportDialog />)
  await user.upload(...choose([report()]))
  await user.click(screen.getByRole('button', { name: 'Import' }))
  await waitFor(() => expect(jobId).not.toBe(''))
  act(() => send('job.progress', { jobId, kind: 'import', done: 0.5, step: 'saving-trip' }))
  const bar = await screen.findByRole('progressbar', { name: 'Saving the trip…' })
  expect(bar.getAttribute('aria-valuenow')).toBe('50')
  await expectNoViolations()
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/Nothing was imported/)
  expect(screen.getByText(/^1 file/)).toBeTruthy()
})

test('an import ends when its dialog is closed', async () => {
  const { user, bridge, calls, engine } = await openImport()
  const closed = render(<ImportDialog />)
  await user.upload(...choose([report(), picture()]))
  await user.click(screen.getByRole('button', { name: 'Import' }))
  await waitFor(() => expect(engine.context.jobs.kinds()).toEqual(['import']))
  closed.unmount()
  await waitFor(() => expect(calls).toContain('jobs.cancel'))
  await engine.context.jobs.idle()
  expect(valueOf(await bridge.call('library.list', {})).trips).toEqual([])
})
