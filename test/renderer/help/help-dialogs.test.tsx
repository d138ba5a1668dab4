import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { AboutDialog } from '../../../renderer/help/about-dialog.tsx'
import { ReportDialog } from '../../../renderer/help/report-dialog.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { expectNoViolations } from '../../support/page-axe.ts'
import { connectPage, valueOf } from '../../support/page-bridge.ts'

async function connect() {
  const page = await connectPage()
  const user = userEvent.setup()
  useApp.getState().setStart(valueOf(await page.bridge.call('app.start', {})))
  return { ...page, user }
}

test('the report is shown as a whole, can be reached by keyboard, and is copied as it stands', async () => {
  const { user } = await connect()
  render(<ReportDialog />)
  const region = await screen.findByRole('region', { name: 'The whole report' })
  expect(region.textContent).toMatch(/^Report about a problem with Lanyard, .*Nothing is in it\.\n$/s)
  expect(region.tabIndex).toBe(0)
  expect(screen.queryByRole('button', { name: 'Save as…' })).toBeNull()
  await expectNoViolations()
  await user.click(screen.getByRole('button', { name: 'Copy' }))
  expect(await navigator.clipboard.readText()).toBe(region.textContent)
  expect(useApp.getState().toasts.map(({ message }) => message)).toEqual(['The report is copied.'])
})

test('a report that cannot be put together says so', async () => {
  await connect()
  window.lanyard = {
    on: () => () => {},
    photoAddress: () => '',
    call: () => Promise.reject(new Error('gone')),
  }
  render(<ReportDialog />)
  expect((await screen.findByRole('alert')).textContent).toBe('Lanyard could not answer: gone')
})

test('what Lanyard is says its versions, and leads on to a report', async () => {
  const { user } = await connect()
  render(<AboutDialog />)
  await screen.findByText('Node')
  expect(screen.getByRole('heading', { name: 'Lanyard 0.0.0' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Licences' })).toBeNull()
  await expectNoViolations()
  await act(() => user.click(screen.getByRole('button', { name: 'Report a problem…' })))
  expect(useApp.getState().dialog).toBe('report-problem')
})
