import { type Extension, Facet, StateEffect } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** Whether the list of names has been added to a text. */
export const hasNameList = Facet.define<boolean, boolean>({ combine: (values) => values.includes(true) })

/** Adds the list of names to a text. Its code is loaded when a text first has the focus. */
async function addNameList(view: EditorView): Promise<void> {
  const { nameList } = await import('./name-list.ts')
  if (!view.dom.isConnected || view.state.facet(hasNameList)) return
  view.dispatch({ effects: StateEffect.appendConfig.of([nameList, hasNameList.of(true)]) })
}

/** Completes the names of people and places as they are written. */
export const nameCompletion: Extension = EditorView.domEventHandlers({
  focus(_, view) {
    if (!view.state.facet(hasNameList) && !view.state.readOnly) void addNameList(view)
    return false
  },
})
