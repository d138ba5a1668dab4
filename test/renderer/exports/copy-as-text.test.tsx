import { act, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { tripCommands } from '../../../renderer/commands/trip-commands.ts'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { expectNoViolations } from '../../support/page-axe.ts'
import { readClipboard, SomeClipboardItem } from '../../support/page-clipboard.ts'
import { valueOf } from '../../support/page-bridge.ts'
import { openExport } from './open-export.tsx'

test('the export dialog puts formatted text on the clipboard, with the Markdown for programs that take only text', async () => {
  vi.stubGlobal('ClipboardItem', SomeClipboardItem)
  const { user } = await openExport()
  await user.click(screen.getByRole('radio', { name: 'Formatted text to paste' }))
  expect(screen.queryByText('Where it goes')).toBeNull()
  await expectNoViolations()
  await user.click(screen.getByRole('button', { name: 'Copy' }))
  await screen.findByRole('heading', { name: 'The report is on the clipboard' })
  const { text, html } = await readClipboard()
  expect(html).toContain('<li>one</li>')
  expect(text).toMatch(/^# .*\n[^]*> A quote/)
})

test('the export dialog shows the text if the system does not let it be copied', async () => {
  vi.stubGlobal('ClipboardItem', undefined)
  const { user } = await openExport()
  await user.click(screen.getByRole('radio', { name: 'Markdown to paste' }))
  await user.click(screen.getByRole('button', { name: 'Copy' }))
  expect((await screen.findByRole('textbox', { name: 'What is copied' })).textContent).toContain('> A quote')
  await expectNoViolations()
  vi.stubGlobal('ClipboardItem', SomeClipboardItem)
  await user.click(screen.getByRole('button', { name: 'Copy to the clipboard' }))
  await screen.findByRole('button', { name: 'Copied' })
  expect((await readClipboard()).text).toContain('> A quote')
})

test.each([
  { command: 'copy-markdown', said: /^The report is on the clipboard as Markdown\.$/ },
  { command: 'copy-rich-text', said: /as formatted text\. .*“A map” \(it did not come with the imported text\)/ },
] as const)(
  'the command $command copies the latest text without a dialog, and says what is missing',
  async ({ command, said }) => {
    vi.stubGlobal('ClipboardItem', SomeClipboardItem)
    const { bridge, leave } = await openExport()
    const { trip } = useTrip.getState()
    const fields = { kind: 'note' as const, text: '![A map](map.png)' }
    valueOf(
      await bridge.call('entries.add', {
        tripId: trip?.id ?? '',
        kind: 'note',
        day: '2026-04-14',
        start: null,
        fields,
      }),
    )
    leave()
    act(() => useTrip.getState().editReport({ lead: 'Typed just now.' }))
    await act(async () => tripCommands[command].run())
    expect((await readClipboard()).text).toContain('Typed just now.')
    const [toast] = useApp.getState().toasts
    expect(toast?.message).toMatch(said)
  },
)
