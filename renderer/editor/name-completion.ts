import { type EditorState, type Extension, Facet, StateEffect } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** Whether the list of names has been added to a text. */
export const hasNameList = Facet.define<boolean, boolean>({ combine: (values) => values.includes(true) })

/** The list of names, once its code has been loaded. */
let loaded: Extension | null = null

const adding = (list: Extension) => ({ effects: StateEffect.appendConfig.of([list, hasNameList.of(true)]) })

/** Adds the list of names to a text. Its code is loaded when a text first has the focus. */
async function addNameList(view: EditorView): Promise<void> {
  const { nameList } = await import('./name-list.ts')
  loaded = nameList
  if (view.dom.isConnected && !view.state.facet(hasNameList)) view.dispatch(adding(nameList))
}

/**
 * A text that is about to be shown in place of another one, with the list of names if the other one may have it: what
 * CodeMirror's list still waits for would look for its state in this text.
 */
export function withNameList(state: EditorState): EditorState {
  return loaded === null || state.facet(hasNameList) ? state : state.update(adding(loaded)).state
}

/** Completes the names of people and places as they are written. */
export const nameCompletion: Extension = EditorView.domEventHandlers({
  focus(_, view) {
    if (!view.state.facet(hasNameList) && !view.state.readOnly) void addNameList(view)
    return false
  },
})
