import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { fail, ok } from '../../../electron/shared/result.ts'
import { importDropped } from '../../../renderer/state/dropped-reports.ts'
import { ImportDialog } from '../../../renderer/import/import-dialog.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useLibrary } from '../../../renderer/state/library-state.ts'
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

async function review(...files: File[]) {
  const page = await openImport()
  render(<ImportDialog />)
  await page.user.upload(...choose(files))
  await page.user.click(screen.getByRole('button', { name: 'Continue' }))
  const list = await screen.findByRole('listbox', { name: 'Entries' })
  return { ...page, list }
}

const talks = `---
title: Cove 2026
date: 2026-05-02
---

## Clocks by Jane Doe

Tick.

## Boats by Ola Nordmann

Splash. ![a](gone.png) ![b](away.png)

## Way home

By train.
`
const post = () => new File([talks], 'cove.md')
const optionNames = () => screen.getAllByRole('option').map((option) => option.textContent)

test('the import dialog shows what was understood, creates the trip with Enter, and opens it', async () => {
  const { user, bridge } = await review(report(), picture())
  await expectNoViolations()
  expect(document.activeElement).toBe(screen.getByLabelText('First day'))
  fireEvent.change(screen.getByLabelText('First day'), { target: { value: '2026-04-14' } })
  expect(optionNames()).toEqual(['1st Day Note Tuesday, 14 April'])
  expect(valueOf(await bridge.call('library.list', {})).trips).toEqual([])
  await user.click(screen.getByLabelText('Name'))
  await user.keyboard('{Enter}')
  await waitFor(() =>
    expect(useApp.getState()).toMatchObject({ dialog: null, place: { name: 'trip', tab: 'journal' } }),
  )
  expect(useTrip.getState().trip).toMatchObject({
    title: 'A Report & More',
    firstDay: '2026-04-14',
    photos: [{ originalName: 'pixel.png' }],
  })
  expect(useApp.getState().toasts.at(-1)?.message).toMatch(
    /^The trip “A Report & More” was created, with 1 entry and 1 picture/,
  )
})

test('an import without days is not created before the user has entered them', async () => {
  const { user, bridge } = await review(new File(['# Cove\n\n## Clocks by Jane Doe\n\nx\n'], 'cove.md'))
  expect(screen.getByText(/The report does not say when this was/)).toBeTruthy()
  expect(optionNames()).toEqual(['Clocks Jane Doe Talk Day 1'])
  await user.click(screen.getByRole('button', { name: 'Create the trip' }))
  expect(screen.getByLabelText('First day').getAttribute('aria-invalid')).toBe('true')
  expect(valueOf(await bridge.call('library.list', {})).trips).toEqual([])
})

test('what was understood is corrected with keys and fields, and each correction can be taken back', async () => {
  const { user, list } = await review(post())
  expect(document.activeElement).toBe(list)
  const days = 'Saturday, 2 May'
  expect(optionNames()).toEqual([
    `Clocks Jane Doe Talk ${days}`,
    `Boats Ola Nordmann Talk ${days}`,
    `Way home Note ${days}`,
  ])
  await user.keyboard('n')
  expect(optionNames()[0]).toBe(`Clocks Note ${days}`)
  await user.keyboard('{Control>}z{/Control}')
  expect(optionNames()[0]).toBe(`Clocks Jane Doe Talk ${days}`)
  await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
  expect(optionNames()[0]).toBe(`Clocks Note ${days}`)
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}t')
  expect(screen.getByText('3 entries are selected.')).toBeTruthy()
  expect(optionNames()[2]).toBe(`Way home Talk ${days}`)
  await user.keyboard('{ArrowUp}')
  await user.type(screen.getByRole('textbox', { name: 'Speakers' }), 'Kim,')
  expect(optionNames()[1]).toBe(`Boats Ola Nordmann, Kim Talk ${days}`)
  await user.clear(screen.getByRole('textbox', { name: 'Title' }))
  await user.type(screen.getByRole('textbox', { name: 'Title' }), 'Ships{Enter}')
  await waitFor(() => expect(useApp.getState().dialog).toBeNull())
  const { trip } = useTrip.getState()
  expect(trip?.entries).toMatchObject([
    { kind: 'talk', title: 'Clocks', speakers: [{ name: 'Jane Doe' }], text: 'Tick.' },
    { kind: 'talk', title: 'Ships', speakers: [{ name: 'Ola Nordmann' }, { name: 'Kim' }] },
    { kind: 'talk', title: 'Way home', speakers: [] },
  ])
})

test('an entry is put on another day of the trip', async () => {
  const { user } = await review(post())
  fireEvent.change(screen.getByLabelText('Last day'), { target: { value: '2026-05-03' } })
  await user.click(screen.getByRole('button', { name: /Day$/ }))
  await user.click(await screen.findByRole('option', { name: 'Sunday, 3 May' }))
  expect(optionNames()).toEqual([
    'Boats Ola Nordmann Talk Saturday, 2 May',
    'Way home Note Saturday, 2 May',
    'Clocks Jane Doe Talk Sunday, 3 May',
  ])
})

test('missing pictures are one line, and are found in the folder that the user chooses; corrections stay', async () => {
  const { user } = await review(post())
  await user.keyboard('n')
  expect(screen.getByText('2 pictures are missing.')).toBeTruthy()
  const folder = document.querySelector<HTMLInputElement>('input[webkitdirectory]')
  if (folder === null) throw new Error('There is no field for a folder.')
  await user.upload(folder, [new File(['x'], 'notes.md')])
  expect(await screen.findByText(/None of them is in that folder/)).toBeTruthy()
  await user.upload(folder, [new File([new Uint8Array(onePixel)], 'gone.png'), new File(['# Other'], 'other.md')])
  expect(await screen.findByText('1 picture is missing.')).toBeTruthy()
  expect(optionNames()[0]).toMatch(/^Clocks Note/)
  await user.click(screen.getByRole('button', { name: '1 remark' }))
  expect(screen.getByRole('list', { name: 'Remarks' }).textContent).toMatch(/away\.png/)
  await expectNoViolations()
})

test('closing the page to review leaves nothing behind', async () => {
  const { user, bridge, engine } = await review(post())
  await user.keyboard('{Escape}')
  expect(useApp.getState().dialog).toBeNull()
  await engine.context.jobs.idle()
  expect(valueOf(await bridge.call('library.list', {})).trips).toEqual([])
})

test('an import that fails comes back to the page with all corrections', async () => {
  const { user, fillDisk } = await review(post())
  await user.keyboard('n')
  fillDisk('ENOSPC')
  await user.click(screen.getByRole('button', { name: 'Create the trip' }))
  expect((await screen.findByRole('alert')).textContent?.length).toBeGreaterThan(20)
  expect(optionNames()[0]).toMatch(/^Clocks Note/)
  fillDisk(null)
  await user.click(screen.getByRole('button', { name: 'Create the trip' }))
  await waitFor(() => expect(useApp.getState().dialog).toBeNull())
})

test('an imported trip is taken back by Undo in the trip, and by Redo in the library', async () => {
  const { user, bridge } = await review(post())
  await user.keyboard('{Enter}')
  await waitFor(() => expect(useApp.getState().place.name).toBe('trip'))
  await waitFor(() => expect(useLibrary.getState().trips).toHaveLength(1))
  await act(() => useTrip.getState().undo())
  expect(useApp.getState().place.name).toBe('library')
  await waitFor(() =>
    expect(useApp.getState().toasts.at(-1)?.message).toMatch(
      /^Undone: adding “Cove 2026”\. It took \d+ words with it\.$/,
    ),
  )
  expect(valueOf(await bridge.call('library.list', {})).trips).toEqual([])
  await act(() => useLibrary.getState().redo())
  expect(valueOf(await bridge.call('library.list', {})).trips).toHaveLength(1)
})

test('an import into the open trip is one step, which Undo takes back', async () => {
  const { user, bridge } = await openImport()
  const { trip } = valueOf(await bridge.call('trips.create', someTrip()))
  useApp.getState().go({ name: 'trip', tripId: trip.id, tab: 'journal' })
  await act(() => useTrip.getState().open(trip.id))
  useApp.getState().openDialog('import')
  render(<ImportDialog />)
  await user.upload(...choose([post()]))
  await user.click(screen.getByRole('radio', { name: 'Entries of Lantern Conf 2026' }))
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await screen.findByText('These become entries of “Lantern Conf 2026”.')
  expect(optionNames()[0]).toBe('Clocks Jane Doe Talk Tuesday, 14 April')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(useTrip.getState().trip?.entries).toHaveLength(3))
  expect(useApp.getState().toasts.at(-1)?.message).toMatch(/^Added 3 entries to “Lantern Conf 2026”/)
  await act(() => useTrip.getState().undo())
  expect(useTrip.getState().trip?.entries).toEqual([])
  expect(valueOf(await bridge.call('trips.open', { tripId: trip.id })).entries).toEqual([])
  await act(() => useTrip.getState().redo())
  expect(useTrip.getState().trip?.entries).toHaveLength(3)
})

test('the import dialog refuses a file that is not text, and another one can be tried', async () => {
  const { user } = await openImport()
  render(<ImportDialog />)
  await user.upload(...choose([new File([new Uint8Array([0, 1, 2, 0, 255, 254])], 'report.md')]))
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  expect((await screen.findByRole('alert')).textContent?.length).toBeGreaterThan(20)
  await user.click(screen.getByRole('button', { name: 'Clear' }))
  await user.upload(...choose([report()]))
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await screen.findByRole('listbox', { name: 'Entries' })
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
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Continue' }).disabled).toBe(true)
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
  await user.click(screen.getByRole('button', { name: 'Continue' }))
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
  await user.click(screen.getByRole('button', { name: 'Continue' }))
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
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await waitFor(() => expect(engine.context.jobs.kinds()).toEqual(['import']))
  closed.unmount()
  await waitFor(() => expect(calls).toContain('jobs.cancel'))
  await engine.context.jobs.idle()
  expect(valueOf(await bridge.call('library.list', {})).trips).toEqual([])
})

test('what was dropped on the library is read at once', async () => {
  const { user } = await openImport()
  const file = post()
  await importDropped([
    { kind: 'file', type: '', getAsFile: () => file, getAsString: () => {}, webkitGetAsEntry: () => null },
  ])
  render(<ImportDialog />)
  expect((await screen.findAllByRole('option')).length).toBe(3)
  await user.click(screen.getByRole('button', { name: 'Choose other files' }))
  expect(screen.getByText(/^1 file/)).toBeTruthy()
})

test('a report with thousands of headings is reviewed without drawing all of them', async () => {
  const { user } = await review(new File([`# Cove\n\n${'## Clocks by Jane Doe\n\nx\n\n'.repeat(1000)}`], 'cove.md'))
  expect(screen.getAllByRole('option').length).toBeLessThan(200)
  screen.getByRole('listbox', { name: 'Entries' }).focus()
  await user.keyboard('{End}n')
  expect(
    document.querySelector(`#${CSS.escape(document.activeElement?.getAttribute('aria-activedescendant') ?? '')}`)
      ?.textContent,
  ).toMatch(/^Clocks Note/)
})
