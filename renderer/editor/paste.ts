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
import { convertHtml, prepareConverter } from './convert-html.ts'
import { beginPending, endPending, fillPending } from './pending.ts'
import { isInCode } from './syntax.ts'
import { wordsOfHtml } from './words-of-html.ts'

/** Time after which the plain words are inserted until the formatted ones are ready, in milliseconds. */
const WORDS_AFTER = 500

const put = (from: number, to: number, insert: string): TransactionSpec => ({
  changes: { from, to, insert },
  selection: EditorSelection.cursor(from + insert.length),
  scrollIntoView: true,
  userEvent: 'input.paste',
})

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
  const words = (plain.trim() === '' ? wordsOfHtml(html) : plain).replaceAll(/\r\n?/g, '\n')
  let isInserted = false
  // If this takes long, the words are in the text and saved in the meantime, whatever happens.
  const timer = setTimeout(() => {
    isInserted = fillPending(documentId, id, words)
  }, WORDS_AFTER)
  const converted = await convertHtml(html).catch(() => null)
  clearTimeout(timer)
  if (converted === null) host.showFailure(fail('editor.formatting-lost').error)
  const markdown = converted === null ? '' : bulletedToMarkdown(converted)
  endPending(documentId, id, (state, place) => {
    if (!isInserted) return insertMarkdown(state, place, markdown === '' ? words : markdown)
    const start = place.from - words.length
    // Words that somebody has changed by now stay.
    const isUnchanged = state.sliceDoc(Math.max(0, start), place.from) === words
    return markdown === '' || !isUnchanged ? {} : insertMarkdown(state, { from: start, to: place.from }, markdown)
  })
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
    if ('requestIdleCallback' in window) window.requestIdleCallback(prepareConverter, { timeout: 5_000 })
    return false
  },
})
