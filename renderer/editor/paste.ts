import { EditorSelection, type EditorState, type Extension, type TransactionSpec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { looksLikePicture } from '../../electron/shared/pictures.ts'
import { fail } from '../../electron/shared/result.ts'
import { addPictures } from './add-pictures.ts'
import { bulletedToMarkdown } from './bulleted-text.ts'
import { documentIdOf } from './document-id.ts'
import { editorHost } from './editor-host.ts'
import { blockInsertion } from './format-block.ts'
import { continuationOf, readPrefix } from './line-prefix.ts'
import { beginPending, endPending } from './pending.ts'
import { isInCode } from './syntax.ts'

/** The converter comes with a megabyte of rules about HTML, so the window opens without it. */
const loadConverter = () => import('./html-to-markdown.ts')

const put = (from: number, to: number, insert: string): TransactionSpec => ({
  changes: { from, to, insert },
  selection: EditorSelection.cursor(from + insert.length),
  scrollIntoView: true,
  userEvent: 'input.paste',
})

const preload = () => void loadConverter()

/**
 * Inserts Markdown in place of a range: inline if it is one line, otherwise as blocks inside the quote or item there.
 */
export function insertMarkdown(
  state: EditorState,
  range: { from: number; to: number },
  markdown: string,
): TransactionSpec {
  const line = state.doc.lineAt(range.from)
  const prefix = readPrefix(line.text)
  const isBlock = /\n|^(?:#{1,6} |> |[-*+] |\d+[.)] |```|\|)/.test(markdown)
  const isInside = prefix.quote !== '' || prefix.list !== ''
  if (!isBlock) return put(range.from, range.to, markdown)
  if (isInside) {
    const inner = continuationOf(line.text)
    const indented = markdown.split('\n').map((text, index) => (index === 0 ? text : (inner + text).trimEnd()))
    return put(range.from, range.to, indented.join('\n'))
  }
  const { from, to, insert } = blockInsertion(state, range, markdown)
  return put(from, to, insert)
}

/** Whether web content has more than its plain text. What a code editor copies does not. */
function isWorthConverting(html: string): boolean {
  return /<(?:a|b|strong|i|em|h[1-6]|ul|ol|li|blockquote|pre|code|table|del|s|img|p|span)[\s>]/i.test(html)
}

async function pasteHtml(view: EditorView, html: string, plain: string): Promise<void> {
  const { from, to } = view.state.selection.main
  const documentId = view.state.facet(documentIdOf)
  const host = view.state.facet(editorHost)
  const id = beginPending(view, from, to, null)
  let markdown = plain
  try {
    const { htmlToMarkdown } = await loadConverter()
    markdown = bulletedToMarkdown(htmlToMarkdown(html))
  } catch {
    host.showFailure(fail('editor.formatting-lost').error)
  }
  endPending(documentId, id, (state, place) => insertMarkdown(state, place, markdown === '' ? plain : markdown))
}

function paste(event: ClipboardEvent, view: EditorView): boolean {
  const data = event.clipboardData
  if (!data || view.state.readOnly) return false
  const plain = data.getData('text/plain')
  const html = data.getData('text/html')
  const { main } = view.state.selection
  const pictures = [...data.files].filter(looksLikePicture)
  // Office programs put a picture of the words beside the words. If there are words, they are what is wanted.
  if (pictures.length > 0 && plain.trim() === '') {
    event.preventDefault()
    void addPictures(view, pictures, main.to)
    return true
  }
  if (isInCode(view.state, main.from)) return false
  const isFromCodeEditor = data.types.includes('vscode-editor-data')
  const isAddress = /^\S+:\S+$/.test(plain.trim())
  if (html !== '' && !isFromCodeEditor && !isAddress && isWorthConverting(html)) {
    event.preventDefault()
    void pasteHtml(view, html, plain)
    return true
  }
  const list = bulletedToMarkdown(plain)
  if (list === plain) return false
  event.preventDefault()
  view.dispatch(insertMarkdown(view.state, main, list))
  return true
}

function drop(event: DragEvent, view: EditorView): boolean {
  const files = [...(event.dataTransfer?.files ?? [])]
  if (files.length === 0 || view.state.readOnly) return false
  event.preventDefault()
  const pictures = files.filter(looksLikePicture)
  const host = view.state.facet(editorHost)
  if (pictures.length < files.length || !host.pictures) {
    host.showFailure(fail('editor.only-pictures').error)
  }
  const position = view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.selection.main.head
  if (host.pictures) void addPictures(view, pictures, position)
  return true
}

/** Pasting and dropping: web content, bulleted lines and pictures. Ctrl+Shift+V pastes plain text. */
export const pasteAndDrop: Extension = EditorView.domEventHandlers({
  paste,
  drop,
  // Ready before somebody pastes.
  focus: () => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(preload, { timeout: 5_000 })
    return false
  },
})
