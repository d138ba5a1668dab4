import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { forgetDocuments } from '../../../renderer/editor/open-documents.ts'
import { MarkdownEditor, type MarkdownEditorProps } from '../../../renderer/editor/markdown-editor.tsx'
import { prepareFlush } from '../../../renderer/state/before-flush.ts'
import { expectNoViolations } from '../../support/page-axe.ts'
import { namesOf } from '../../../renderer/editor/unchecked-words.ts'
import { props, canPress, textOf, type, viewOf } from './open-editor.tsx'

afterEach(forgetDocuments)

describe('the editor', () => {
  test('the editor hands typed text over within a moment, and at once when everything has to be saved', async () => {
    const onChange = vi.fn<MarkdownEditorProps['onChange']>()
    render(<MarkdownEditor {...props({ onChange })} />)
    type(' and')
    await waitFor(() => expect(onChange).toHaveBeenCalledWith('First and', 'one', false))
    type(' more')
    act(prepareFlush)
    expect(onChange).toHaveBeenLastCalledWith('First and more', 'one', false)
  })

  test('the editor hands over the last typed text when it is closed', () => {
    const onChange = vi.fn<MarkdownEditorProps['onChange']>()
    const { unmount } = render(<MarkdownEditor {...props({ onChange })} />)
    type('!')
    unmount()
    expect(onChange).toHaveBeenCalledWith('First!', 'one', false)
  })

  test('the editor keeps the undo history of each text while others are open, and after it was closed', async () => {
    const user = userEvent.setup()
    const onChange = vi.fn<MarkdownEditorProps['onChange']>()
    const { rerender, unmount } = render(<MarkdownEditor {...props({ onChange })} />)
    type(' changed')
    rerender(<MarkdownEditor {...props({ onChange, documentId: 'two', text: 'Second', label: 'Text of two' })} />)
    expect(textOf()).toBe('Second')
    expect(onChange).toHaveBeenLastCalledWith('First changed', 'one', false)
    expect(canPress('Undo')).toBe(false)

    unmount()
    render(<MarkdownEditor {...props({ onChange, text: 'First changed' })} />)
    await waitFor(() => expect(canPress('Undo')).toBe(true))
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(textOf()).toBe('First')
    await waitFor(() => expect(canPress('Redo')).toBe(true))
    await user.click(screen.getByRole('button', { name: 'Redo' }))
    expect(textOf()).toBe('First changed')
  })

  test('the editor applies what was changed elsewhere, and undoes only what was typed here', () => {
    const { rerender } = render(<MarkdownEditor {...props()} />)
    type(' typed')
    act(prepareFlush)
    rerender(<MarkdownEditor {...props({ text: 'New: First typed' })} />)
    expect(textOf()).toBe('New: First typed')
    act(() => void viewOf().contentDOM.dispatchEvent(key('z', { ctrlKey: true })))
    expect(textOf()).toBe('New: First')
  })

  test('with Caps Lock on, Ctrl Shift Z still means redo, and Ctrl Z undo', () => {
    render(<MarkdownEditor {...props()} />)
    type(' typed')
    act(() => void viewOf().contentDOM.dispatchEvent(key('Z', { ctrlKey: true })))
    expect(textOf()).toBe('First')
    act(() => void viewOf().contentDOM.dispatchEvent(key('z', { ctrlKey: true, shiftKey: true })))
    expect(textOf()).toBe('First typed')
  })

  test('with Caps Lock on, Ctrl Shift F is left to the window, which searches everywhere', () => {
    render(<MarkdownEditor {...props()} />)
    const pressed = key('f', { ctrlKey: true, shiftKey: true })
    act(() => void viewOf().contentDOM.dispatchEvent(pressed))
    expect(pressed.defaultPrevented).toBe(false)
    expect(screen.queryByRole('search')).toBeNull()
  })

  test('with Caps Lock on, Ctrl Shift G finds the previous match, also from the find panel', () => {
    render(<MarkdownEditor {...props({ text: 'one two one two one' })} />)
    press(key('F', { ctrlKey: true }))
    const field = screen.getByRole('textbox', { name: 'Find' })
    fireEvent.input(field, { target: { value: 'one' } })
    press(key('G', { ctrlKey: true }), field)
    const first = viewOf().state.selection.main.from
    press(key('G', { ctrlKey: true }))
    expect(viewOf().state.selection.main.from).not.toBe(first)
    press(key('g', { ctrlKey: true, shiftKey: true }), field)
    expect(viewOf().state.selection.main.from).toBe(first)
    press(key('Escape'))
  })

  test('the editor never mistakes its own text, coming back late, for a change', () => {
    const { rerender } = render(<MarkdownEditor {...props()} />)
    type(' a')
    act(prepareFlush)
    type('b')
    rerender(<MarkdownEditor {...props({ text: 'First a' })} />)
    expect(textOf()).toBe('First ab')
  })

  test('Esc leaves the editor', () => {
    const onLeave = vi.fn<() => void>()
    render(<MarkdownEditor {...props({ onLeave })} />)
    act(() => void viewOf().contentDOM.dispatchEvent(key('Escape')))
    expect(onLeave).toHaveBeenCalledOnce()
  })

  test('the editor checks the spelling in the language of the text', () => {
    render(<MarkdownEditor {...props({ language: 'de' })} />)
    const content = screen.getByRole('textbox', { name: 'Text of one' })
    expect(content.getAttribute('spellcheck')).toBe('true')
    expect(content.lang).toBe('de')
  })

  test('the editor counts words once typing pauses', async () => {
    const onCount = vi.fn<(words: number) => void>()
    render(<MarkdownEditor {...props({ onCount })} />)
    type(' second third')
    await waitFor(() => expect(onCount).toHaveBeenLastCalledWith(3))
  })

  test('the editor has a name and is reachable, even during a search', async () => {
    const { container } = render(
      <MarkdownEditor {...props({ pictures: { address: () => '', add: () => Promise.resolve(null) } })} />,
    )
    act(() => void viewOf().contentDOM.dispatchEvent(key('f', { ctrlKey: true })))
    expect(screen.queryByRole('search', { name: 'Find and replace in this text' })).not.toBeNull()
    await expectNoViolations(container)
  })
})

/** The parts of the text that the spelling checker leaves alone. */
const uncheckedParts = () =>
  [...viewOf().contentDOM.querySelectorAll('[spellcheck="false"]')].map(({ textContent }) => textContent)

test('the spelling checker leaves addresses, code and known names alone', () => {
  const text =
    'Oleh met wijaya at [the hall](https://conference.example/hall), `npm ci`, and https://example.org again.'
  const known = namesOf(['Oleh'], ['Mariatta Wijaya'])
  const { rerender } = render(<MarkdownEditor {...props({ text, known })} />)
  expect(uncheckedParts()).toEqual([
    'Oleh',
    'wijaya',
    'https://conference.example/hall',
    '`npm ci`',
    'https://example.org',
  ])
  rerender(<MarkdownEditor {...props({ text, known: namesOf([], ['again']) })} />)
  expect(uncheckedParts().at(-1)).toBe('again')
})

/** The lines as they are drawn. */
const shownLines = () => [...viewOf().contentDOM.querySelectorAll('.cm-line')].map(({ textContent }) => textContent)

test('a long address behind words is folded, except in the line of the cursor', () => {
  const link = '[the hall](https://conference.example/venue/hall?floor=2)'
  const text = `See ${link}.\nAnd https://example.org/a/rather/long/address`
  render(<MarkdownEditor {...props({ text })} />)
  act(() => viewOf().dispatch({ selection: { anchor: text.length } }))
  expect(shownLines()).toEqual([
    'See [the hall](conference.example…).',
    'And https://example.org/a/rather/long/address',
  ])
  act(() => viewOf().dispatch({ selection: { anchor: 2 } }))
  expect(shownLines()[0]).toBe(`See ${link}.`)
  expect(textOf()).toBe(text)
})

test('a line with Hebrew or Arabic letters has the direction of its first letter', () => {
  render(<MarkdownEditor {...props({ text: 'English.\nשלום עולם.\n- مرحبا' })} />)
  const lines = [...viewOf().contentDOM.querySelectorAll('.cm-line')]
  expect(lines.map((one) => one.getAttribute('dir'))).toEqual([null, 'auto', 'auto'])
})

function key(name: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const codes: Record<string, number> = { Escape: 27, f: 70, F: 70, g: 71, G: 71, z: 90, Z: 90 }
  return new KeyboardEvent('keydown', {
    key: name,
    keyCode: codes[name] ?? 0,
    bubbles: true,
    cancelable: true,
    ...more,
  })
}

const press = (event: KeyboardEvent, target: Element = viewOf().contentDOM) =>
  act(() => void target.dispatchEvent(event))
