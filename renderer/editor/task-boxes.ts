import { syntaxTree } from '@codemirror/language'
import { RangeSetBuilder, type StateCommand } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, WidgetType } from '@codemirror/view'
import { t } from '../../electron/shared/messages/translate.ts'
import { readPrefix } from './line-prefix.ts'
import { isInCode } from './syntax.ts'
import { syntaxDecorations } from './syntax-decorations.ts'
import './markdown-text.css'

/** The change that ticks a task, or makes it open again. */
function toggleAt(text: string, from: number) {
  return { from: from + 1, to: from + 2, insert: text === ' ' ? 'x' : ' ' }
}

/** The box of a task in place of `[ ]`. A click ticks it. */
class TaskBox extends WidgetType {
  readonly isDone: boolean

  constructor(isDone: boolean) {
    super()
    this.isDone = isDone
  }

  override eq({ isDone }: TaskBox) {
    return isDone === this.isDone
  }

  override toDOM(view: EditorView): HTMLElement {
    const box = document.createElement('span')
    box.className = this.isDone ? 'cm-task cm-task-done' : 'cm-task'
    box.setAttribute('role', 'checkbox')
    box.setAttribute('aria-checked', String(this.isDone))
    box.setAttribute('aria-label', this.isDone ? t('post.task-done') : t('post.task-open'))
    box.addEventListener('mousedown', (event) => {
      event.preventDefault()
      if (event.button !== 0 || view.state.readOnly) return
      const from = view.posAtDOM(box)
      view.dispatch({ changes: toggleAt(view.state.sliceDoc(from + 1, from + 2), from), userEvent: 'input.format' })
    })
    return box
  }

  override ignoreEvent() {
    return true
  }
}

const [open, done] = [false, true].map((isDone) => Decoration.replace({ widget: new TaskBox(isDone) }))

/** Draws the boxes of the tasks that are seen. The marks show while the cursor is in them. */
function boxesIn(view: EditorView): DecorationSet {
  const { state } = view
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(state).iterate({
      from,
      to,
      enter: (node) => {
        if (node.name !== 'TaskMarker') return
        const isTouched = state.selection.ranges.some((range) => range.from < node.to && range.to > node.from)
        const box = state.sliceDoc(node.from + 1, node.from + 2) === ' ' ? open : done
        if (!isTouched && box) builder.add(node.from, node.to, box)
      },
    })
  }
  return builder.finish()
}

/** Shows the tasks of a text as boxes. */
export const taskBoxes = syntaxDecorations(boxesIn, { bySelection: true })

/** Ticks the tasks of the selected lines, or makes them open again if all are done. A line without a box gets none. */
export const tickTasks: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false
  const { from, to } = state.selection.main
  const boxes: number[] = []
  for (let position = from; ;) {
    const line = state.doc.lineAt(position)
    const { length, task } = readPrefix(line.text)
    if (task !== '' && !isInCode(state, line.from)) boxes.push(line.from + length - task.length)
    if (line.to >= to) break
    position = line.to + 1
  }
  if (boxes.length === 0) return false
  const areDone = boxes.every((box) => state.sliceDoc(box + 1, box + 2) !== ' ')
  const changes = boxes.map((box) => ({ from: box + 1, to: box + 2, insert: areDone ? ' ' : 'x' }))
  dispatch(state.update({ changes, userEvent: 'input.format' }))
  return true
}
