import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { onePixel } from '../../support/trips.ts'
import { edit, openReport, preview, row, typeText } from './open-report.tsx'

describe('writing in the post', () => {
  test('the title, the lead and the closing are written in the post, and details in their line', async () => {
    const { user, saved } = await openReport()
    await edit(user, 'Title')
    await user.clear(screen.getByRole('textbox', { name: 'Title' }))
    await user.keyboard('Three Days & One Lantern{Enter}')
    // Enter leads on to the lead.
    typeText('It was *fine*.')
    await user.click(screen.getByRole('button', { name: 'Add a closing' }))
    await user.keyboard('Last Remarks{Enter}')
    typeText('See you in 2027.')
    await user.click(screen.getByRole('button', { name: /^Details of the post: Ada Example · no date · 1 tag$/ }))
    await user.type(screen.getByRole('textbox', { name: 'Tags' }), 'wasm{Enter}')
    fireEvent.change(screen.getByLabelText('Publication date'), { target: { value: '2026-04-21' } })
    await user.click(screen.getByRole('switch', { name: 'Published' }))
    row('Keynote').focus()
    await waitFor(() => {
      expect(within(preview()).getByRole('heading', { name: 'Three Days & One Lantern' })).toBeTruthy()
      expect(within(preview()).getByRole('heading', { name: 'Last Remarks' })).toBeTruthy()
      expect(within(preview()).getByText('fine').tagName).toBe('EM')
      expect(preview().textContent).toContain('Ada Example · 21 April 2026')
      expect(within(preview()).getByText('wasm')).toBeTruthy()
    })
    const { report } = await saved()
    expect(report).toMatchObject({
      title: 'Three Days & One Lantern',
      lead: 'It was *fine*.',
      closing: { heading: 'Last Remarks', text: 'See you in 2027.' },
      tags: ['python', 'wasm'],
      publishedOn: '2026-04-21',
      published: true,
    })
  })

  test('the text of an entry is written in the post with Enter on its row, and Esc leads back there', async () => {
    const { user, ids, saved } = await openReport()
    await edit(user, 'Keynote')
    const text = screen.getByRole('textbox', { name: 'Text of Keynote' })
    expect(document.activeElement).toBe(text)
    typeText(' And more.')
    await user.keyboard('{Escape}')
    expect(document.activeElement).toBe(row('Keynote'))
    await within(preview()).findByText('About Keynote. And more.', { selector: 'p' })
    expect((await saved()).entries.find(({ id }) => id === ids[1])?.text).toBe('About Keynote. And more.')
    await act(() => useTrip.getState().undo())
    await within(preview()).findByText('About Keynote.', { selector: 'p' })
    // It is undone where it was done.
    expect(useApp.getState().place).toMatchObject({ tab: 'report' })
    expect(useTrip.getState().reportPart).toBe(`entry ${ids[1]}`)
  })

  test('a quote in the post names its speaker, and a picture there can become the cover of the trip', async () => {
    const { user, ids, saved } = await openReport()
    const [, keynote = ''] = ids
    const photo = await act(() => useTrip.getState().addPhoto('hall.png', new Uint8Array(onePixel)))
    await act(() => useTrip.getState().changeKind([keynote], 'talk'))
    const speakers = [{ name: 'Oleh Kostromin', role: '', affiliation: '' }]
    act(() => useTrip.getState().editEntry(keynote, { speakers, text: `![](photo:${photo?.id})\n\n` }))
    await edit(user, 'Keynote')
    await user.click(await screen.findByRole('button', { name: 'Use as cover' }))
    expect((await saved()).cover).toBe(photo?.id)
    typeText('As was said:')
    await user.click(screen.getByRole('button', { name: 'Quote' }))
    await waitFor(async () => {
      expect((await saved()).entries.find(({ id }) => id === keynote)?.text).toContain('> — Oleh Kostromin')
    })
  })

  test('what undo takes out of the lead is out of its open editor, too', async () => {
    const { user, saved } = await openReport()
    await user.click(screen.getByRole('button', { name: 'Add a lead' }))
    typeText('One.')
    await act(() => useTrip.getState().undo())
    expect(screen.getByRole('textbox', { name: 'Lead' }).textContent).not.toContain('One.')
    expect((await saved()).report.lead).toBe('')
    await act(() => useTrip.getState().redo())
    expect((await saved()).report.lead).toBe('One.')
  })

  test('an open editor takes the focus again when it is asked for again', async () => {
    const { user } = await openReport()
    await edit(user, 'Keynote')
    typeText(' More.')
    await user.click(row('Keynote'))
    expect(document.activeElement).toBe(row('Keynote'))
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Text of Keynote' }))
  })

  test('a double click opens a heading or a text where it is', async () => {
    const { user, ids, saved } = await openReport()
    await user.dblClick(within(preview()).getByRole('heading', { name: 'Keynote' }))
    await user.clear(screen.getByRole('textbox', { name: 'Heading of Keynote' }))
    await user.keyboard('Layers')
    await user.dblClick(within(preview()).getByText('About Opening.'))
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Text of Opening' }))
    expect((await saved()).entries[1]).toMatchObject({ id: ids[1], title: 'Layers' })
  })

  test('typing keeps unrelated elements of the post', async () => {
    const { user } = await openReport()
    const paragraph = within(preview()).getByText('About Keynote.')
    await user.click(screen.getByRole('button', { name: 'Add a lead' }))
    typeText('New above all')
    row('Keynote').focus()
    await within(preview()).findByText('New above all', { selector: 'p' })
    expect(within(preview()).getByText('About Keynote.').textContent).toBe(paragraph.textContent)
    expect(paragraph.isConnected).toBe(true)
  })
})
