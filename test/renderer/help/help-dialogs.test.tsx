import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { AboutDialog } from '../../../renderer/help/about-dialog.tsx'
import { ReportDialog } from '../../../renderer/help/report-dialog.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { expectNoViolations } from '../../support/page-axe.ts'
import { connectPage, valueOf } from '../../support/page-bridge.ts'

async function connect(shell?: Parameters<typeof connectPage>[0]) {
  const page = await connectPage(shell)
  const user = userEvent.setup()
  useApp.getState().setStart(valueOf(await page.bridge.call('app.start', {})))
  return { ...page, user }
}

test('the report is shown completely, reachable by keyboard, and copied unchanged', async () => {
  const { user } = await connect()
  render(<ReportDialog />)
  const region = await screen.findByRole('region', { name: 'The whole report' })
  expect(region.textContent).toMatch(/^Report about a problem with Lanyard, .*Nothing is in it\.\n$/s)
  expect(region.tabIndex).toBe(0)
  expect(screen.queryByRole('button', { name: 'Save as…' })).toBeNull()
  await expectNoViolations()
  await user.click(screen.getByRole('button', { name: 'Copy' }))
  expect(await navigator.clipboard.readText()).toBe(region.textContent)
  expect(useApp.getState().toasts.map(({ message }) => message)).toEqual(['The report was copied.'])
})

test.each([
  ['desktop', 'https://forge.example.org/issues', true],
  ['browser', 'https://forge.example.org/issues', false],
  ['desktop', null, false],
] as const)(
  'in the %s shell, with the issue page %s, the report has a button that opens it: %s',
  async (shell, address, hasButton) => {
    const opened: string[] = []
    const { user, bridge } = await connect({ openLink: async (url) => void opened.push(url) })
    const { start, setStart } = useApp.getState()
    setStart({ ...start, shell })
    window.lanyard = {
      ...bridge,
      call: async (channel, input) => {
        const answer = await bridge.call(channel, input)
        if (channel === 'diagnostics.report' && answer.ok && answer.value !== null)
          Object.assign(answer.value, { address })
        return answer
      },
    }
    render(<ReportDialog />)
    await screen.findByRole('region', { name: 'The whole report' })
    expect(document.body.textContent.includes('https:')).toBe(address !== null)
    const button = screen.queryByRole('button', { name: 'Open the issue page…' })
    expect(button !== null).toBe(hasButton)
    if (button !== null) await user.click(button)
    await expect.poll(() => opened).toEqual(hasButton ? [address] : [])
  },
)

test('a failure to create a report is shown', async () => {
  await connect()
  window.lanyard = {
    on: () => () => {},
    photoAddress: () => '',
    call: () => Promise.reject(new Error('gone')),
  }
  render(<ReportDialog />)
  expect((await screen.findByRole('alert')).textContent).toBe('Lanyard could not answer: gone')
})

test('the About dialog shows its versions, and leads to a report', async () => {
  const { user } = await connect()
  render(<AboutDialog />)
  await screen.findByText('Node')
  expect(screen.getByRole('heading', { name: 'Lanyard 0.0.0' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Licences' })).toBeNull()
  await expectNoViolations()
  await act(() => user.click(screen.getByRole('button', { name: 'Report a problem…' })))
  expect(useApp.getState().dialog).toBe('report-problem')
})
