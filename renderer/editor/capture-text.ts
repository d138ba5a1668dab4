import { EditorSelection, type StateCommand } from '@codemirror/state'
import { t } from '../../electron/shared/messages/translate.ts'
import { insertBlock, toggleTaskList } from './format-block.ts'

/** Replaces the selection, or inserts at the cursor. `at`: what is selected afterwards, within the inserted text. */
const insert =
  (text: string, at: { from: number; to: number }): StateCommand =>
  ({ state, dispatch }) => {
    if (state.readOnly) return false
    const { from, to } = state.selection.main
    const selection = EditorSelection.range(from + at.from, from + at.to)
    dispatch(state.update({ changes: { from, to, insert: text }, selection, scrollIntoView: true, userEvent: 'input' }))
    return true
  }

/** Marks the selected words as something to look up, with a link that has no address: `[words]()`. */
export const markToLookUp: StateCommand = (target) => {
  const { state } = target
  const { main } = state.selection
  // Without a selection, the words are typed into the brackets.
  if (main.empty) return insert('[]()', { from: 1, to: 1 })(target)
  const words = state.sliceDoc(main.from, main.to)
  const text = `[${words}]()`
  return insert(text, { from: text.length, to: text.length })(target)
}

/** Begins a task below the line of the cursor, or makes the selected lines tasks. */
export const insertTask: StateCommand = (target) =>
  target.state.selection.main.empty ? insertBlock('- [ ] ', { from: 6, to: 6 })(target) : toggleTaskList(target)

/** Holds the place of a picture to come, which the selected words describe: `![the crowd]()`. */
export const insertPictureSlot: StateCommand = (target) => {
  const { main } = target.state.selection
  if (!main.empty) {
    const text = `![${target.state.sliceDoc(main.from, main.to)}]()`
    return insert(text, { from: text.length, to: text.length })(target)
  }
  const words = t('editor.picture-slot')
  return insertBlock(`![${words}]()`, { from: 2, to: 2 + words.length })(target)
}
