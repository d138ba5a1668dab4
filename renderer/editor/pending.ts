import { StateEffect, StateField, type EditorState, type TransactionSpec } from '@codemirror/state'
import { Decoration, EditorView, WidgetType } from '@codemirror/view'
import { endExpecting, expectText } from '../state/expected-text.ts'
import { documentIdOf } from './document-id.ts'
import { changeDocument } from './open-documents.ts'
import './markdown-text.css'

/** A placeholder for something on its way into the text; it moves as the text around it changes. */
export interface Pending {
  id: number
  from: number
  to: number
  /** The text of the placeholder: "Storing hall.jpg …"; `null` for none. */
  label: string | null
}

const add = StateEffect.define<Pending>({
  map: (pending, changes) => ({
    ...pending,
    from: changes.mapPos(pending.from, 1),
    to: changes.mapPos(pending.to, -1),
  }),
})
const remove = StateEffect.define<number>()

class PendingWidget extends WidgetType {
  readonly label: string
  constructor(label: string) {
    super()
    this.label = label
  }
  override eq(other: PendingWidget) {
    return other.label === this.label
  }
  override toDOM() {
    const element = document.createElement('span')
    element.className = 'cm-pending'
    element.setAttribute('role', 'status')
    element.textContent = this.label
    return element
  }
}

export const pendingField = StateField.define<readonly Pending[]>({
  create: () => [],
  update(all, transaction) {
    let next = all
    if (transaction.docChanged && next.length > 0) {
      next = next.map((pending) => {
        const from = transaction.changes.mapPos(pending.from, 1)
        return { ...pending, from, to: Math.max(from, transaction.changes.mapPos(pending.to, -1)) }
      })
    }
    for (const effect of transaction.effects) {
      if (effect.is(add)) next = [...next, effect.value]
      if (effect.is(remove)) next = next.filter(({ id }) => id !== effect.value)
    }
    return next
  },
  provide: (field) =>
    EditorView.decorations.from(field, (all) =>
      Decoration.set(
        all.flatMap(({ label, to }) =>
          label === null ? [] : [Decoration.widget({ widget: new PendingWidget(label), side: 1 }).range(to)],
        ),
        true,
      ),
    ),
})

let lastId = 0

/** Reserves a place in the text of a view for something that takes a moment. */
export function beginPending(view: EditorView, from: number, to: number, label: string | null): number {
  const id = ++lastId
  expectText(id, view.state.facet(documentIdOf))
  view.dispatch({ effects: add.of({ id, from, to, label }) })
  return id
}

/**
 * Replaces a placeholder with what has arrived, even if another entry is shown by now.
 *
 * @param insert makes the change for the current position; `null` if nothing arrived
 * @returns whether the text was still available
 */
export function endPending(
  documentId: string,
  id: number,
  insert: ((state: EditorState, place: { from: number; to: number }) => TransactionSpec) | null,
): boolean {
  const isThere = changeDocument(documentId, (state) => {
    const place = state.field(pendingField, false)?.find((pending) => pending.id === id)
    const effects = remove.of(id)
    if (!place || !insert) return { effects }
    return { ...insert(state, place), effects }
  })
  endExpecting(id)
  return isThere
}

/**
 * Inserts a text at a placeholder, which then stands behind it, and stays.
 *
 * @returns whether the text with the placeholder was still available
 */
export function fillPending(documentId: string, id: number, text: string): boolean {
  return changeDocument(documentId, (state) => {
    const place = state.field(pendingField, false)?.find((pending) => pending.id === id)
    if (!place) return {}
    return {
      changes: { from: place.from, to: place.to, insert: text },
      selection: { anchor: place.from + text.length },
      userEvent: 'input.paste',
    }
  })
}
