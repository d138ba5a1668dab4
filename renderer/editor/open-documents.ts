import { redo, undo } from '@codemirror/commands'
import { Transaction, type EditorState, type StateCommand, type TransactionSpec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { differenceOf } from '../state/text-change.ts'
import { provideTextHistory } from '../state/text-history.ts'
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

/** A range of a text, in UTF-16 units; `null` if the text does not have it any more. */
type FindRange = (text: string) => readonly [from: number, to: number] | null

/** What to select in a text as soon as it is shown. */
let awaited: { documentId: string; find: FindRange } | null = null

/** Selects a range of a text and moves the cursor there, now or as soon as the text is shown. */
export function selectInDocument(documentId: string, find: FindRange): void {
  const view = shown.get(documentId)
  awaited = view ? null : { documentId, find }
  if (!view) return
  const range = find(view.state.doc.toString())
  if (range) {
    const [anchor, head] = range
    view.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { yMargin: 64 }) })
  }
  view.focus()
}

/** Registers that a view shows a text, until the returned function is called. */
export function showDocument(documentId: string, view: EditorView): () => void {
  shown.set(documentId, view)
  if (awaited?.documentId === documentId) selectInDocument(documentId, awaited.find)
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
  if (!next.doc.eq(state.doc)) next.facet(editorHost).changed(next.doc.toString(), false)
  return true
}

/** Maximum number of steps that the way to another state of a text may have. */
const MAX_STEPS = 1_000

/** The transactions that lead from a state to a text, by undo or by redo; `null` if that way does not lead there. */
function wayTo(text: string, from: EditorState, step: StateCommand): Transaction[] | null {
  const way: Transaction[] = []
  let state = from
  const dispatch = (transaction: Transaction) => {
    way.push(transaction)
    ;({ state } = transaction)
  }
  while (way.length < MAX_STEPS && step({ state, dispatch })) {
    if (state.doc.length === text.length && state.doc.toString() === text) return way
  }
  return null
}

provideTextHistory((documentId, text) => {
  const view = shown.get(documentId)
  const state = view?.state ?? kept.get(documentId)
  const way = state && (wayTo(text, state, undo) ?? wayTo(text, state, redo))
  if (!way) return false
  if (view) view.update(way)
  else keepState(documentId, way.at(-1)?.state ?? state)
  return true
})

/** Drops all texts, for tests and when another library is opened. */
export function forgetDocuments(): void {
  kept.clear()
}
