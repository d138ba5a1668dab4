import { deleteCharBackward } from '@codemirror/commands'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { acceptedPictures, MAX_PICTURE_BYTES } from '../../../electron/shared/pictures.ts'
import { fail } from '../../../electron/shared/result.ts'
import type { Photo } from '../../../electron/shared/trip.ts'
import type { PictureStore } from '../../../renderer/editor/editor-host.ts'
import { forgetDocuments } from '../../../renderer/editor/open-documents.ts'
import { MarkdownEditor, type MarkdownEditorProps } from '../../../renderer/editor/markdown-editor.tsx'
import { paste, props, photo, textOf, type, typeAt, viewOf } from './open-editor.tsx'

afterEach(forgetDocuments)

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
