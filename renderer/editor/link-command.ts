import { EditorSelection, StateEffect, StateField } from '@codemirror/state'
import { type Command, Decoration, EditorView } from '@codemirror/view'
import { editorHost } from './editor-host.ts'
import { type LinkAt, linkAt, writeLink } from './link-at.ts'
import './link-field.css'

export interface LinkQuestion {
  link: LinkAt
  /** Where the words are, in the window. */
  at: { x: number; y: number }
  /** Writes the link. */
  write: (words: string, address: string) => void
  /** The question is over, whether it was answered or not. */
  close: () => void
}

const asking = StateEffect.define<boolean>()

/** Marks the selection while its address is asked for: the field has the focus then, and the browser shows none. */
export const linkedWords = StateField.define<boolean>({
  create: () => false,
  update: (isAsking, { effects }) => effects.findLast((effect) => effect.is(asking))?.value ?? isAsking,
  provide: (field) =>
    EditorView.decorations.from(field, (isAsking) => ({ state }) => {
      const { from, to, empty } = state.selection.main
      return isAsking && !empty
        ? Decoration.set(Decoration.mark({ class: 'cm-linked' }).range(from, to))
        : Decoration.none
    }),
})

/** Asks for the address of the link at the cursor, or of one that the selected words become. */
export const editLink: Command = (view) => {
  if (view.state.readOnly) return false
  const link = linkAt(view.state)
  // The selection follows the words if the text changes meanwhile.
  view.dispatch({
    selection: EditorSelection.range(link.from, link.to),
    effects: asking.of(true),
    scrollIntoView: true,
  })
  const box = view.coordsAtPos(link.from) ?? view.dom.getBoundingClientRect()
  view.state.facet(editorHost).askLink({
    link,
    at: { x: box.left, y: box.bottom },
    write(words, address) {
      const { from, to } = view.state.selection.main
      view.dispatch(writeLink({ ...link, from, to }, words, address))
    },
    close() {
      view.dispatch({ effects: asking.of(false) })
      view.focus()
    },
  })
  return true
}
