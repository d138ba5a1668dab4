import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { ReportScreen } from '../../../renderer/report/report-screen.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { expectNoViolations } from '../../support/page-axe.ts'
import { valueOf } from '../../support/page-bridge.ts'
import { edit, openByTheme, openReport, outline, preview, row } from './open-report.tsx'

describe('the outline and the post', () => {
  test('what is chosen in one is selected in both', async () => {
    const { user } = await openReport()
    await user.click(row('In-Browser ML'))
    expect(within(preview()).getByText('About In-Browser ML.').dataset['selected']).toBe('')
    await user.click(within(preview()).getByText('About Opening.'))
    expect(row('Opening').getAttribute('aria-current')).toBe('true')
    expect(row('In-Browser ML').getAttribute('aria-current')).toBeNull()
  })

  test('a folded day stays folded, until an entry in it is chosen in the post', async () => {
    const { user } = await openReport()
    await user.click(screen.getByRole('button', { name: 'Entries of 1st Day' }))
    expect(outline()).toEqual(['2nd Day: In-Browser ML', '3rd Day: Lightning talks'])
    await user.click(within(preview()).getByText('About Keynote.'))
    expect(outline()[0]).toBe('1st Day: Opening, Keynote')
    await user.click(screen.getByRole('button', { name: 'Entries of 2nd Day' }))
    cleanup()
    render(<ReportScreen />)
    await screen.findByRole('article')
    expect(outline()).toEqual(['1st Day: Opening, Keynote', '3rd Day: Lightning talks'])
  })
})

test('arrow keys move between the rows, and the Tab key stops at one', async () => {
  const { user } = await openReport()
  row('Opening').focus()
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(document.activeElement).toBe(row('In-Browser ML'))
  expect(screen.getAllByRole('checkbox').filter((box) => box.tabIndex === 0)).toHaveLength(1)
  await user.keyboard('{ArrowLeft}{ArrowUp}')
  expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'Include “Keynote”' }))
  await user.keyboard('{End}')
  expect(document.activeElement).toBe(row('Closing'))
})

test('a report can be kept to what is in it now, and to the first sentences', async () => {
  const { user, saved, bridge, tripId } = await openReport()
  await user.click(screen.getByRole('button', { name: /^Details of the post/ }))
  await user.click(screen.getByRole('switch', { name: 'New entries are included' }))
  await user.click(screen.getByRole('button', { name: /Texts of entries$/ }))
  await user.click(await screen.findByRole('option', { name: 'First sentence only', hidden: false }))
  expect((await saved()).report).toMatchObject({ includesNew: false, texts: 'first-sentence' })
  const fields = { kind: 'note' as const, title: 'Dinner', text: 'Fish. And chips.' }
  valueOf(await bridge.call('entries.add', { tripId, kind: 'note', day: '2026-04-16', start: null, fields }))
  const composed = valueOf(await bridge.call('report.compose', { tripId, reportId: tripId }))
  const post = JSON.stringify(composed.post.tree)
  expect([post.includes('About Keynote.'), post.includes('Fish.')]).toEqual([true, false])
})

const remark = (name: RegExp) =>
  within(screen.getByRole('list', { name: 'Things to look at' })).getByRole('button', { name })

describe('things to look at', () => {
  test('each leads to the place where it can be changed', async () => {
    const { user, ids } = await openReport({ title: '' })
    act(() => useTrip.getState().editEntry(ids[1] ?? '', { text: 'See ![](https://example.org/a.png).' }))
    act(() => useTrip.getState().editEntry(ids[2] ?? '', { text: '> ' }))
    await user.click(await screen.findByRole('button', { name: '5 things to look at' }))
    await user.click(remark(/no title yet/))
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Title' }))
    await user.click(remark(/no publication date/))
    expect(document.activeElement).toBe(screen.getByLabelText('Publication date'))
    await user.click(remark(/alternative text/))
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Text of Keynote' }))
    // What the post leaves out is in the journal.
    await user.click(remark(/In-Browser ML/))
    expect(useTrip.getState().entryId).toBe(ids[2])
    expect(useApp.getState().place).toMatchObject({ tab: 'journal' })
  })

  test('entries in no section, and a section without entries, are found in the outline', async () => {
    const { user } = await openByTheme()
    await user.click(await screen.findByRole('button', { name: /things to look at/ }))
    await user.click(remark(/2 entries stand in no section/))
    expect(document.activeElement).toBe(row('Opening'))
    await user.click(remark(/“Evening” has no entries/))
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Heading of Evening' }))
  })
})

test('a link in the preview asks and does not navigate', async () => {
  const { ids } = await openReport()
  act(() => useTrip.getState().editEntry(ids[0] ?? '', { text: 'See [Heat](https://heat.example/).' }))
  const link = await within(preview()).findByRole('link', { name: 'Heat' })
  expect(fireEvent.click(link)).toBe(false)
  // This shell cannot open addresses, which a message says.
  await waitFor(() => expect(useApp.getState().toasts).toHaveLength(1))
})

test('axe finds no violations on the screen, by day and by theme', async () => {
  const { user } = await openReport()
  await user.click(screen.getByRole('button', { name: 'How “Keynote” appears' }))
  await user.click(screen.getByRole('button', { name: /^Details of the post/ }))
  await edit(user, 'Keynote')
  await expectNoViolations()
  await user.click(screen.getByRole('radio', { name: 'By theme' }))
  await user.click(screen.getByRole('button', { name: 'Add a section' }))
  expect(document.activeElement?.getAttribute('placeholder')).toBe('Heading of the section')
  await expectNoViolations()
})
