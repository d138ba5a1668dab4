import { deleteCharBackward } from '@codemirror/commands'
import { EditorView } from '@codemirror/view'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { acceptedPictures, MAX_PICTURE_BYTES } from '../../../electron/shared/pictures.ts'
import { fail } from '../../../electron/shared/result.ts'
import type { Photo } from '../../../electron/shared/trip.ts'
import type { PictureStore } from '../../../renderer/editor/editor-host.ts'
import { forgetDocuments } from '../../../renderer/editor/open-documents.ts'
import { MarkdownEditor, type MarkdownEditorProps } from '../../../renderer/editor/markdown-editor.tsx'
import { prepareFlush } from '../../../renderer/state/before-flush.ts'
import { expectNoViolations } from '../../support/page-axe.ts'
import { namesOf } from '../../../renderer/editor/unchecked-words.ts'

afterEach(forgetDocuments)

const photo: Photo = {
  id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  file: 'hall.png',
  mediaType: 'image/png',
  bytes: 3,
  sha256: '0'.repeat(64),
  originalName: 'hall.png',
  caption: '',
  alt: '',
  credit: '',
  addedAt: '2026-04-14T10:00:00Z',
}

const ignored = () => undefined

function props(changes: Partial<MarkdownEditorProps> = {}): MarkdownEditorProps {
  return {
    documentId: 'one',
    text: 'First',
    label: 'Text of one',
    language: 'en',
    onChange: ignored,
    onFailure: ignored,
    ...changes,
  }
}

function viewOf(name = /^Text of/): EditorView {
  const view = EditorView.findFromDOM(screen.getByRole('textbox', { name }))
  if (!view) throw new Error('There is no editor.')
  return view
}

const canPress = (name: string) => !screen.getByRole('button', { name }).hasAttribute('disabled')
const textOf = () => viewOf().state.doc.toString()

/** Types at the end, like the editor itself: jsdom cannot edit. */
function type(text: string): void {
  const view = viewOf()
  const at = view.state.doc.length
  act(() =>
    view.dispatch({
      changes: { from: at, insert: text },
      selection: { anchor: at + text.length },
      userEvent: 'input.type',
    }),
  )
}

function paste(types: Record<string, string>, files: File[] = []): void {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  Object.assign(event, {
    clipboardData: { getData: (kind: string) => types[kind] ?? '', types: Object.keys(types), files },
  })
  act(() => {
    viewOf().contentDOM.dispatchEvent(event)
  })
}

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
    const find = (event: KeyboardEvent, target: Element = viewOf().contentDOM) =>
      act(() => void target.dispatchEvent(event))
    find(key('F', { ctrlKey: true }))
    const field = screen.getByRole('textbox', { name: 'Find' })
    fireEvent.input(field, { target: { value: 'one' } })
    find(key('G', { ctrlKey: true }), field)
    const first = viewOf().state.selection.main.from
    find(key('G', { ctrlKey: true }))
    expect(viewOf().state.selection.main.from).not.toBe(first)
    find(key('g', { ctrlKey: true, shiftKey: true }), field)
    expect(viewOf().state.selection.main.from).toBe(first)
    find(key('Escape'))
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

describe('what is pasted', () => {
  test('pasted web content becomes Markdown', async () => {
    render(<MarkdownEditor {...props({ text: '' })} />)
    paste({ 'text/html': '<p>Some <b>bold</b> words</p>', 'text/plain': 'Some bold words' })
    await waitFor(() => expect(textOf()).toBe('Some **bold** words'))
  })

  test('pasted text stays plain on request', () => {
    render(<MarkdownEditor {...props({ text: '' })} />)
    paste({ 'text/plain': 'Some **bold** words' })
    expect(textOf()).toBe('Some **bold** words')
  })

  test('pasted lines with bullets become a list', () => {
    render(<MarkdownEditor {...props({ text: '' })} />)
    paste({ 'text/plain': '• one\n• two' })
    expect(textOf()).toBe('- one\n- two')
  })

  test('a pasted address becomes a link on the selected words', () => {
    render(<MarkdownEditor {...props()} />)
    act(() => viewOf().dispatch({ selection: { anchor: 0, head: 5 } }))
    paste({ 'text/plain': 'https://example.org' })
    expect(textOf()).toBe('[First](https://example.org)')
  })

  test('a pasted picture is stored in the trip, and has a line of its own', async () => {
    const add = vi.fn<PictureStore['add']>(() => Promise.resolve(photo))
    render(<MarkdownEditor {...props({ pictures: { address: (id) => `trip://x/${id}`, add } })} />)
    paste({}, [new File(['png'], 'hall.png', { type: 'image/png' })])
    await waitFor(() => expect(textOf()).toBe(`First\n\n![](photo:${photo.id})\n\n`))
    expect(add).toHaveBeenCalledWith('hall.png', new Uint8Array([112, 110, 103]))
  })

  test('a pasted picture arrives in its own text, even if another one is open by then', async () => {
    const answers: ((stored: Photo) => void)[] = []
    const add = () => new Promise<Photo>((resolve) => answers.push(resolve))
    const onChange = vi.fn<MarkdownEditorProps['onChange']>()
    const pictures = { address: () => '', add }
    const { rerender } = render(<MarkdownEditor {...props({ onChange, pictures })} />)
    paste({}, [new File(['png'], 'hall.png', { type: 'image/png' })])
    await waitFor(() => expect(answers).toHaveLength(1))
    rerender(<MarkdownEditor {...props({ onChange, pictures, documentId: 'two', text: 'Second' })} />)
    answers[0]?.(photo)
    await waitFor(() => expect(onChange).toHaveBeenCalledWith(`First\n\n![](photo:${photo.id})\n\n`, 'one', false))
    expect(textOf()).toBe('Second')
  })

  test('a pasted picture that is too large is not read, and the failure names it', async () => {
    const add = vi.fn<PictureStore['add']>(() => Promise.resolve(photo))
    const showFailure = vi.fn<MarkdownEditorProps['onFailure']>()
    render(<MarkdownEditor {...props({ pictures: { address: () => '', add }, onFailure: showFailure })} />)
    const huge = new File(['png'], 'huge.png', { type: 'image/png' })
    paste({}, [Object.defineProperty(huge, 'size', { value: MAX_PICTURE_BYTES + 1 })])
    await waitFor(() =>
      expect(showFailure).toHaveBeenCalledWith(
        fail('photo.too-large', { isNamed: 'yes', name: 'huge.png', limit: 64 }).error,
      ),
    )
    expect(add).not.toHaveBeenCalled()
    expect(textOf()).toBe('First')
  })

  test('the text is unchanged if a pasted picture cannot be stored', async () => {
    const add = vi.fn<PictureStore['add']>(() => Promise.resolve(null))
    render(<MarkdownEditor {...props({ pictures: { address: () => '', add } })} />)
    paste({}, [new File(['png'], 'hall.png', { type: 'image/png' })])
    await waitFor(() => expect(add).toHaveBeenCalled())
    expect(textOf()).toBe('First')
  })
})

test('the dialog for pictures offers the formats that Lanyard accepts', () => {
  render(<MarkdownEditor {...props({ pictures: { address: () => '', add: () => Promise.resolve(null) } })} />)
  expect(screen.getByLabelText<HTMLInputElement>('Pictures to put into the text').accept).toBe(acceptedPictures)
})

/** Puts the cursor somewhere and types there. */
function typeAt(position: number, insert: string): void {
  const selection = { anchor: position + insert.length }
  act(() => viewOf().dispatch({ changes: { from: position, insert }, selection, userEvent: 'input.type' }))
}

describe('a picture in the text', () => {
  const pictures = { address: (id: string) => `trip://x/${id}`, add: () => Promise.resolve(photo) }
  const line = `![A hall](photo:${photo.id} "Before it began")`

  test('a picture in the text is shown with its description and caption, which are written into the text', async () => {
    const user = userEvent.setup()
    render(<MarkdownEditor {...props({ text: `Words\n\n${line}\n`, pictures })} />)
    expect(screen.getByRole('img', { name: 'A hall' }).getAttribute('src')).toBe(`trip://x/${photo.id}`)
    await user.type(screen.getByRole('textbox', { name: 'Caption' }), '!')
    await user.clear(screen.getByRole('textbox', { name: 'Description' }))
    await user.type(screen.getByRole('textbox', { name: 'Description' }), 'The hall')
    expect(textOf()).toBe(`Words\n\n![The hall](photo:${photo.id} "Before it began!")\n`)
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Description' }))
  })

  test('a picture can be removed from the text', async () => {
    const user = userEvent.setup()
    render(<MarkdownEditor {...props({ text: `Words\n\n${line}\n`, pictures })} />)
    await user.click(screen.getByRole('button', { name: 'Take out' }))
    expect(textOf()).toBe('Words\n\n')
    expect(screen.queryByRole('img')).toBeNull()
  })

  test('a picture appears and disappears with its line', () => {
    render(<MarkdownEditor {...props({ text: 'Words\n\n', pictures })} />)
    type(line)
    expect(screen.queryByRole('img', { name: 'A hall' })).not.toBeNull()
    act(() => viewOf().dispatch({ changes: { from: 7, to: 8 } }))
    expect(screen.queryByRole('img')).toBeNull()
  })

  test('a picture stays a picture while the cursor is beside it', () => {
    render(<MarkdownEditor {...props({ text: `Words\n\n${line}\n\nMore`, pictures })} />)
    for (const anchor of [7, 7 + line.length]) {
      act(() => viewOf().dispatch({ selection: { anchor } }))
      expect(screen.queryByRole('img', { name: 'A hall' })).not.toBeNull()
      expect(viewOf().contentDOM.textContent).not.toContain('photo:')
      expect(screen.getByRole('group', { name: /A hall/ }).classList).toContain('cm-picture-touched')
    }
    act(() => viewOf().dispatch({ selection: { anchor: 0 } }))
    expect(screen.getByRole('group', { name: /A hall/ }).classList).not.toContain('cm-picture-touched')
  })

  test('words that are typed beside a picture get a line of their own', () => {
    render(<MarkdownEditor {...props({ text: `Words\n\n${line}\n\nMore`, pictures })} />)
    typeAt(7 + line.length, 'a')
    expect(textOf()).toBe(`Words\n\n${line}\n\na\n\nMore`)
    typeAt(viewOf().state.selection.main.head, 'b')
    expect(textOf()).toBe(`Words\n\n${line}\n\nab\n\nMore`)
    typeAt(7, 'c')
    typeAt(viewOf().state.selection.main.head, 'd')
    expect(textOf()).toBe(`Words\n\ncd\n\n${line}\n\nab\n\nMore`)
  })

  test('Backspace after a picture takes out all of it', () => {
    render(<MarkdownEditor {...props({ text: `Words\n\n${line}\n\nMore`, pictures })} />)
    act(() => viewOf().dispatch({ selection: { anchor: 7 + line.length } }))
    act(() => void deleteCharBackward(viewOf()))
    expect(textOf()).toBe('Words\n\n\n\nMore')
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
