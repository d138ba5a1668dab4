import { EditorSelection, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/**
 * Lets another field keep the focus. The end of a wrapped line and the beginning of the next one are the same place in the
 * text, so a cursor there also says which of the two it is at. CodeMirror puts such a cursor there once more after the text
 * has lost the focus, and the browser then gives the focus back to the text. A cursor that says nothing is left alone.
 */
export const releaseFocus: Extension = EditorView.domEventObservers({
  blur(_, view) {
    // A text can also lose the focus while it is being updated, and cannot be changed then.
    queueMicrotask(() => {
      const { main } = view.state.selection
      // Another window may have the focus; then the text gets it back with its cursor as it was.
      const isLeft = view.root.activeElement !== view.contentDOM
      if (isLeft && main.empty && main.assoc !== 0) view.dispatch({ selection: EditorSelection.cursor(main.head) })
    })
  },
})
