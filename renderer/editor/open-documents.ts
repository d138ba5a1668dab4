import { Transaction, type EditorState, type TransactionSpec } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { editorHost } from './editor-host.ts'

/** Maximum number of closed texts that keep their undo history. */
const CAPACITY = 60

/** Newest last. */
const kept = new Map<string, EditorState>()
const shown = new Map<string, EditorView>()

/** Keeps a text with its history and cursor until it is opened again. */
export function keepState(documentId: string, state: EditorState): void {
  kept.delete(documentId)
  kept.set(documentId, state)
  for (const oldest of kept.keys()) {
    if (kept.size <= CAPACITY) break
    kept.delete(oldest)
  }
}

/** The change between two texts: what remains without their common beginning and end. */
export function differenceOf(before: string, after: string): { from: number; to: number; insert: string } | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let end = 0
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end++
  }
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) }
}

/** The change that applies a text that was changed elsewhere, so that undo still works for what was typed here. */
export function takeOver(state: EditorState, text: string): TransactionSpec | null {
  const changes = differenceOf(state.doc.toString(), text)
  return changes && { changes, annotations: [Transaction.addToHistory.of(false), Transaction.remote.of(true)] }
}

/** A kept text with its history, brought up to date; `null` if it was never open or too long ago. */
export function recallState(documentId: string, text: string): EditorState | null {
  const state = kept.get(documentId)
  if (!state) return null
  const change = takeOver(state, text)
  return change ? state.update(change).state : state
}

/** Registers that a view shows a text, until the returned function is called. */
export function showDocument(documentId: string, view: EditorView): () => void {
  shown.set(documentId, view)
  return () => {
    if (shown.get(documentId) === view) shown.delete(documentId)
  }
}

/**
 * Changes a text that was open when some work began, even if another text is shown now.
 *
 * @returns whether the text was still available
 */
export function changeDocument(documentId: string, change: (state: EditorState) => TransactionSpec): boolean {
  const view = shown.get(documentId)
  if (view) {
    view.dispatch(change(view.state))
    return true
  }
  const state = kept.get(documentId)
  if (!state) return false
  const next = state.update(change(state)).state
  kept.set(documentId, next)
  if (!next.doc.eq(state.doc)) next.facet(editorHost).changed(next.doc.toString())
  return true
}

/** Drops all texts, for tests and when another library is opened. */
export function forgetDocuments(): void {
  kept.clear()
}
