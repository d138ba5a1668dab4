import { EditorView } from '@codemirror/view'
import { act, cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import type { Report, Trip } from '../../../electron/shared/trip.ts'
import { ReportScreen } from '../../../renderer/report/report-screen.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { prepareFlush } from '../../../renderer/state/before-flush.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { expectNoViolations } from '../../support/page-axe.ts'
import { connectPage, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

// Checking the visibility of each element takes most of the time here, and nothing on this screen is hidden.
configure({ defaultHidden: true })

const days = ['2026-04-14', '2026-04-14', '2026-04-15', '2026-04-16']
const titles = ['Opening', 'Keynote', 'In-Browser ML', 'Lightning talks']

/** The report of a trip with four notes, open on the screen. */
async function openReport(changes: Partial<Report> = {}) {
  const { bridge } = await connectPage()
  const user = userEvent.setup()
  const { id: tripId } = valueOf(await bridge.call('trips.create', someTrip())).trip
  const ids: string[] = []
  for (const [index, day] of days.entries()) {
    const fields = { kind: 'note' as const, title: titles[index] ?? '', text: `About ${titles[index]}.` }
    ids.push(valueOf(await bridge.call('entries.add', { tripId, kind: 'note', day, start: null, fields })).entryId)
  }
  valueOf(await bridge.call('report.save', { tripId, changes }))
  useApp.getState().go({ name: 'trip', tripId, tab: 'report' })
  await act(() => useTrip.getState().open(tripId))
  const { container } = render(<ReportScreen />)
  await screen.findByRole('article')
  const saved = async (): Promise<Trip> => {
    await act(() => useTrip.getState().flush())
    return valueOf(await bridge.call('trips.open', { tripId }))
  }
  return { bridge, user, tripId, ids, saved, container }
}

/** The outline in short: `1st Day: Opening, Keynote`. */
function outline(): string[] {
  return screen
    .getAllByRole('list')
    .filter((list) => list.getAttribute('aria-label')?.startsWith('Entries '))
    .map((list) => {
      const rows = within(list).queryAllByRole('listitem')
      const label = list.getAttribute('aria-label')?.replace(/^Entries (of|in) /, '')
      return `${label}: ${rows.map((each) => each.querySelector('.outline-row-name')?.textContent).join(', ')}`
    })
}

function preview(): HTMLElement {
  return screen.getByRole('article')
}

function row(title: string): HTMLElement {
  return screen.getByRole('button', { name: new RegExp(`^${title}`) })
}

/** The part of a row that can be dragged. */
function line(title: string): Element {
  const found = row(title).closest('.outline-row-line')
  if (!found) throw new Error(`There is no row ${title}.`)
  return found
}

/** Types into the text that is open in the post, and hands it over as when the editor is left. */
function typeText(text: string) {
  const content = document.querySelector<HTMLElement>('.part-editor .cm-content')
  const view = content && EditorView.findFromDOM(content)
  if (!view) throw new Error('No text is open.')
  act(() => view.dispatch({ changes: { from: view.state.doc.length, insert: text }, userEvent: 'input.type' }))
  act(() => prepareFlush())
}

/** Opens a part in the post from its row. */
async function edit(user: UserEvent, title: string) {
  row(title).focus()
  await user.keyboard('{Enter}')
}

function twoSections(ids: string[]): Partial<Report> {
  return {
    arrangement: 'theme',
    sections: [
      { id: crypto.randomUUID(), heading: 'Talks', entryIds: [ids[1] ?? '', ids[2] ?? ''] },
      { id: crypto.randomUUID(), heading: 'Evening', entryIds: [] },
    ],
  }
}

async function openByTheme() {
  const opened = await openReport()
  act(() => useTrip.getState().editReport(twoSections(opened.ids)))
  await screen.findByText('In no section')
  return opened
}

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

describe('the report by day', () => {
  test('each day is shown with its heading and its entries', async () => {
    await openReport()
    expect(outline()).toEqual(['1st Day: Opening, Keynote', '2nd Day: In-Browser ML', '3rd Day: Lightning talks'])
  })

  test('the style of the headings is chosen by example, and a day can have its own', async () => {
    const { user, saved } = await openReport()
    await user.click(screen.getByRole('button', { name: /Headings:/ }))
    await user.click(screen.getByRole('option', { name: 'Tuesday, 14 April 2026', hidden: false }))
    expect(outline()[1]).toBe('Wednesday, 15 April 2026: In-Browser ML')
    const heading = screen.getByRole('textbox', { name: 'Heading of Wednesday, 15 April 2026' })
    await user.clear(heading)
    await user.type(heading, 'WebAssembly day')
    await within(preview()).findByRole('heading', { name: 'WebAssembly day' })
    await user.click(screen.getByRole('button', { name: 'Back to “Wednesday, 15 April 2026”' }))
    await within(preview()).findByRole('heading', { name: 'Wednesday, 15 April 2026' })
    expect((await saved()).report.dayHeadings).toEqual({ style: 'date', own: {} })
  })

  test('an entry is left out, and undo includes it again', async () => {
    const { user, ids, saved } = await openReport()
    await user.click(screen.getByRole('checkbox', { name: 'Include “Keynote”' }))
    await waitFor(() => expect(within(preview()).queryByText('About Keynote.')).toBeNull())
    expect((await saved()).report.entries[ids[1] ?? '']?.include).toBe(false)
    await act(() => useTrip.getState().undo())
    await within(preview()).findByText('About Keynote.')
  })

  test('a private entry is shown as never exported and cannot be included', async () => {
    const { ids } = await openReport()
    act(() => useTrip.getState().editEntry(ids[0] ?? '', { private: true }))
    expect(row('Opening').textContent).toContain('private, never exported')
    expect(screen.queryByRole('checkbox', { name: 'Include “Opening”' })).toBeNull()
    await waitFor(() => expect(within(preview()).queryByText('About Opening.')).toBeNull())
  })

  test('an entry can have its own heading and an excerpt', async () => {
    const { user } = await openReport()
    await user.click(screen.getByRole('button', { name: 'How “Keynote” appears' }))
    await user.click(screen.getByRole('button', { name: /Heading$/ }))
    await user.click(screen.getByRole('option', { name: 'Own text', hidden: false }))
    const heading = screen.getByRole('textbox', { name: 'Own heading' })
    await user.clear(heading)
    expect(document.activeElement).toBe(heading)
    await user.type(heading, 'A Keynote on Layers')
    await within(preview()).findByRole('heading', { name: 'A Keynote on Layers' })
    await user.click(screen.getByRole('button', { name: /Text$/ }))
    await user.click(screen.getByRole('option', { name: 'An excerpt', hidden: false }))
    await user.type(screen.getByRole('textbox', { name: 'Excerpt' }), ' In short.')
    await within(preview()).findByText('About Keynote. In short.')
  })

  test('the custom heading of an entry without a title starts empty, and not with the name in lists', async () => {
    const { user, ids, saved } = await openReport()
    act(() => useTrip.getState().editEntry(ids[0] ?? '', { title: '' }))
    await user.click(screen.getByRole('button', { name: 'How “About Opening.” appears' }))
    await user.click(screen.getByRole('button', { name: /Heading$/ }))
    await user.click(screen.getByRole('option', { name: 'Own text', hidden: false }))
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Own heading' }).value).toBe('')
    expect((await saved()).report.entries[ids[0] ?? '']?.heading).toBe('')
  })

  test('Alt and an arrow key move an entry within its day', async () => {
    const { user, ids, saved } = await openReport()
    row('Keynote').focus()
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await waitFor(() => expect(outline()[0]).toBe('1st Day: Keynote, Opening'))
    expect(document.activeElement).toBe(row('Keynote'))
    expect((await saved()).entries.slice(0, 2).map(({ id }) => id)).toEqual([ids[1], ids[0]])
  })
})

describe('the report by theme', () => {
  test('sections are added and named, and entries in no section are listed', async () => {
    const { user } = await openReport()
    await user.click(screen.getByRole('radio', { name: 'By theme' }))
    expect(outline()).toEqual(['no section: Opening, Keynote, In-Browser ML, Lightning talks'])
    await user.click(screen.getByRole('button', { name: 'Add a section' }))
    await user.keyboard('Talks & Tools')
    await user.click(screen.getByRole('switch', { name: 'Numbered sections' }))
    await within(preview()).findByRole('heading', { name: '1. Talks & Tools' })
    expect(screen.getByText('1.')).toBeTruthy()
  })

  test('written entries that are in no section are neither ticked nor denied', async () => {
    const { user } = await openReport()
    await user.click(screen.getByRole('radio', { name: 'By theme' }))
    await within(preview()).findByText('None of the 4 entries is in a section yet.')
    expect(preview().textContent).not.toContain('no text')
    expect(screen.queryAllByRole('checkbox', { name: /^Include/ })).toEqual([])
    await user.click(screen.getByRole('button', { name: /things? to look at/ }))
    screen.getByText('4 entries stand in no section and are left out.')
  })

  test('the keyboard moves an entry through the sections and keeps the focus on it', async () => {
    const { user } = await openByTheme()
    expect(outline()).toEqual(['Talks: Keynote, In-Browser ML', 'no section: Opening, Lightning talks'])
    row('Keynote').focus()
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(outline()[0]).toBe('Talks: In-Browser ML, Keynote')
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(outline().slice(0, 2)).toEqual(['Talks: In-Browser ML', 'Evening: Keynote'])
    expect(document.activeElement).toBe(row('Keynote'))
    expect(screen.getByText('Keynote is number 1 of 1 in Evening now.')).toBeTruthy()
    await act(() => useTrip.getState().undo())
    expect(outline()[0]).toBe('Talks: In-Browser ML, Keynote')
  })

  test('a digit files the selected entry into the section with this number, and goes on with the next', async () => {
    const { user, saved } = await openByTheme()
    row('Opening').focus()
    await user.keyboard('2')
    expect(document.activeElement).toBe(row('Lightning talks'))
    await user.keyboard('1')
    expect(outline()).toEqual(['Talks: Keynote, In-Browser ML, Lightning talks', 'Evening: Opening'])
    expect(screen.getByText('Lightning talks is number 3 of 3 in Talks now.')).toBeTruthy()
    row('Keynote').focus()
    await user.keyboard('0')
    expect(document.activeElement).toBe(row('In-Browser ML'))
    // There are only two sections.
    await user.keyboard('7')
    expect((await saved()).report.sections.map(({ entryIds }) => entryIds.length)).toEqual([2, 1])
    await act(() => useTrip.getState().undo())
    expect(outline()[0]).toBe('Talks: Keynote, In-Browser ML, Lightning talks')
  })

  test('sections are made of the days in one step', async () => {
    const { user } = await openReport({ arrangement: 'theme' })
    await user.click(screen.getByRole('button', { name: 'Begin with…' }))
    await user.click(await screen.findByRole('menuitem', { name: 'The days' }))
    expect(outline()).toEqual(['1st Day: Opening, Keynote', '2nd Day: In-Browser ML', '3rd Day: Lightning talks'])
    await act(() => useTrip.getState().undo())
    expect(outline()).toEqual(['no section: Opening, Keynote, In-Browser ML, Lightning talks'])
  })

  test('a section has a text of its own, and its entries are numbered', async () => {
    const { user, saved } = await openByTheme()
    await user.click(screen.getByRole('button', { name: 'More about Talks' }))
    await user.click(screen.getByRole('menuitem', { name: 'Write a text for the section' }))
    // The menu gives the focus back to its button first.
    const label = 'Text of the section “Talks”'
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe(label))
    typeText('In short.')
    await user.click(screen.getByRole('button', { name: 'More about Talks' }))
    await user.click(screen.getByRole('menuitem', { name: 'Number its entries' }))
    await within(preview()).findByRole('heading', { name: '2. In-Browser ML' })
    expect(row('1.Keynote')).toBeTruthy()
    expect((await saved()).report.sections[0]).toMatchObject({ text: 'In short.', numberedEntries: true })
  })

  test('a menu moves an entry into any section, or out of all', async () => {
    const { user, saved } = await openByTheme()
    await user.click(screen.getByRole('button', { name: 'More about “Opening”' }))
    await user.click(screen.getByRole('menuitem', { name: 'Evening' }))
    expect(outline()).toContain('Evening: Opening')
    await user.click(screen.getByRole('button', { name: 'More about “Keynote”' }))
    await user.click(screen.getByRole('menuitem', { name: 'In no section' }))
    expect(outline()).toEqual(['Talks: In-Browser ML', 'Evening: Opening', 'no section: Keynote, Lightning talks'])
    expect((await saved()).report.sections.map(({ entryIds }) => entryIds.length)).toEqual([1, 1])
  })

  test('an entry is dragged before another one in another section', async () => {
    await openByTheme()
    const data = { setData: () => undefined, setDragImage: () => undefined, effectAllowed: '' }
    fireEvent.dragStart(line('Lightning talks'), { dataTransfer: data })
    // Elements have no height here, so every point counts as the lower half: after the row.
    fireEvent.dragOver(line('Keynote'), { dataTransfer: data })
    fireEvent.drop(line('Keynote'), { dataTransfer: data })
    expect(outline()[0]).toBe('Talks: Keynote, Lightning talks, In-Browser ML')
  })

  test('the entries of a deleted section are in no section, and undo restores it', async () => {
    const { user } = await openByTheme()
    await user.click(screen.getByRole('button', { name: 'More about Talks' }))
    await user.click(screen.getByRole('menuitem', { name: /^Delete the section/ }))
    expect(outline()).toEqual(['no section: Opening, Keynote, In-Browser ML, Lightning talks'])
    await act(() => useTrip.getState().undo())
    expect(outline()[0]).toBe('Talks: Keynote, In-Browser ML')
  })

  test('sections are moved by keyboard from their headings', async () => {
    const { user, saved } = await openByTheme()
    screen.getByRole('textbox', { name: 'Heading of Evening' }).focus()
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect((await saved()).report.sections.map(({ heading }) => heading)).toEqual(['Evening', 'Talks'])
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
