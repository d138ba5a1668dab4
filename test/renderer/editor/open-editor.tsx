import { EditorView } from '@codemirror/view'
import { act, screen } from '@testing-library/react'
import type { Photo } from '../../../electron/shared/trip.ts'
import type { MarkdownEditorProps } from '../../../renderer/editor/markdown-editor.tsx'

export const photo: Photo = {
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

export const ignored = () => undefined

export function props(changes: Partial<MarkdownEditorProps> = {}): MarkdownEditorProps {
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

export function viewOf(name = /^Text of/): EditorView {
  const view = EditorView.findFromDOM(screen.getByRole('textbox', { name }))
  if (!view) throw new Error('There is no editor.')
  return view
}

export const canPress = (name: string) => !screen.getByRole('button', { name }).hasAttribute('disabled')
export const textOf = () => viewOf().state.doc.toString()

/** Types at the end, like the editor itself: jsdom cannot edit. */
export function type(text: string): void {
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

export function paste(types: Record<string, string>, files: File[] = []): void {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  Object.assign(event, {
    clipboardData: { getData: (kind: string) => types[kind] ?? '', types: Object.keys(types), files },
  })
  act(() => {
    viewOf().contentDOM.dispatchEvent(event)
  })
}

/** Puts the cursor somewhere and types there. */
export function typeAt(position: number, insert: string): void {
  const selection = { anchor: position + insert.length }
  act(() => viewOf().dispatch({ changes: { from: position, insert }, selection, userEvent: 'input.type' }))
}
