import { deleteMarkupBackward, insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown'
import {
  EditorSelection,
  type ChangeSpec,
  type EditorState,
  type Line,
  type StateCommand,
  type TransactionSpec,
} from '@codemirror/state'
import { readPrefix, type LinePrefix } from './line-prefix.ts'
import { leaveNamedQuote } from './quote-of.ts'
import { isInCode } from './syntax.ts'

const continueMarkup = insertNewlineContinueMarkupCommand({ nonTightLists: false })

/**
 * Enter on an empty item or an empty line of a quote ends the list or quote. An empty line is kept before the following
 * text: without it, Markdown would make that text part of the last item.
 */
const endBlock: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection
  const line = state.doc.lineAt(main.head)
  const prefix = readPrefix(line.text)
  const isEmptyItem = (prefix.list !== '' || prefix.quote !== '') && line.text.length === prefix.length
  if (!main.empty || !isEmptyItem || main.head !== line.to || isInCode(state, main.head)) return false
  const nested = prefix.indent !== '' || (prefix.list !== '' && prefix.quote !== '')
  // CodeMirror handles moving one level out of a nested list, except for tasks.
  if (nested && (prefix.task === '' || prefix.quote !== '')) return false
  const above = line.number > 1 ? state.doc.line(line.number - 1).text.trim() : ''
  const insert = nested ? `${prefix.indent.slice(2)}- [ ] ` : above === '' ? '' : state.lineBreak
  dispatch(
    state.update({
      changes: { from: line.from, to: line.to, insert },
      selection: EditorSelection.cursor(line.from + insert.length),
      scrollIntoView: true,
      userEvent: 'input',
    }),
  )
  return true
}

/** Enter: the next item of a list, the next line of a quote, or the end of either. */
export const continueLine: StateCommand = (target) =>
  !target.state.readOnly && (leaveNamedQuote(target) || endBlock(target) || continueMarkup(target))

/** Backspace right after a marker removes it. */
export const deleteMark: StateCommand = (target) => !target.state.readOnly && deleteMarkupBackward(target)

/** Maximum distance at which the parent of an item is found, in lines. */
const LOOKED_AT = 200

function touchedLines(state: EditorState): Line[] {
  const { from, to } = state.selection.main
  const first = state.doc.lineAt(from).number
  const last = state.doc.lineAt(to).number
  return Array.from({ length: last - first + 1 }, (_, index) => state.doc.line(first + index))
}

/** The prefix of the nearest item above that has the right indentation, within the same list. */
function itemAbove(state: EditorState, line: Line, fits: (indent: string) => boolean): LinePrefix | null {
  const end = Math.max(1, line.number - LOOKED_AT)
  for (let number = line.number - 1; number >= end; number--) {
    const { text } = state.doc.line(number)
    const prefix = readPrefix(text)
    if (prefix.list !== '' && fits(prefix.indent)) return prefix
    // Unindented words are not part of a list, and neither is anything above them.
    if (prefix.list === '' && text.trim() !== '' && prefix.indent === '') return null
  }
  return null
}

/** The indentation of an item's children: below its words. */
const innerIndent = ({ indent, list }: LinePrefix) => indent + ' '.repeat(list.trimEnd().length + 1)

/**
 * Moves lines to another depth. A numbered item gets the number after its new neighbour, or 1, because only 1 can begin
 * a list inside another.
 */
function moveItems(state: EditorState, lines: readonly Line[], indent: string): TransactionSpec {
  const [first] = lines
  if (!first) return {}
  const before = readPrefix(first.text)
  const step = indent.length - before.indent.length
  const changes: ChangeSpec[] = lines
    .filter(({ text }) => text.trim() !== '')
    .map(({ from, text }) =>
      step > 0
        ? { from, insert: ' '.repeat(step) }
        : { from, to: from + Math.min(-step, readPrefix(text).indent.length) },
    )
  const digits = /^\d+/.exec(before.list)?.[0]
  if (digits !== undefined) {
    const neighbour = itemAbove(state, first, (other) => other.length <= indent.length)
    const number = neighbour?.indent === indent ? Number.parseInt(neighbour.list, 10) + 1 : 1
    const from = first.from + before.indent.length
    if (Number.isInteger(number)) changes.push({ from, to: from + digits.length, insert: String(number) })
  }
  return { changes, userEvent: 'input.indent', scrollIntoView: true }
}

/** The items that the selection touches; `null` if it is not in a list. */
function touchedItems(state: EditorState): [Line, ...Line[]] | null {
  const [first, ...others] = touchedLines(state)
  if (state.readOnly || !first || readPrefix(first.text).list === '' || isInCode(state, first.from)) return null
  return [first, ...others]
}

/**
 * Tab in a list makes items children of the item above. Outside of lists, the editor ignores it, so that the key moves
 * to the next control as everywhere in the window.
 */
export const indentItem: StateCommand = ({ state, dispatch }) => {
  const lines = touchedItems(state)
  if (!lines) return false
  const { indent } = readPrefix(lines[0].text)
  const above = itemAbove(state, lines[0], (other) => other.length <= indent.length)
  // A first item has nothing to be a part of. The key is handled all the same, so that the focus stays in the text.
  if (above?.indent === indent) dispatch(state.update(moveItems(state, lines, innerIndent(above))))
  return true
}

/** Shift-Tab in a list moves items one level out. */
export const outdentItem: StateCommand = ({ state, dispatch }) => {
  const lines = touchedItems(state)
  if (!lines) return false
  const { indent } = readPrefix(lines[0].text)
  if (indent === '') return true
  const outer = itemAbove(state, lines[0], (other) => other.length < indent.length)
  dispatch(state.update(moveItems(state, lines, outer?.indent ?? '')))
  return true
}
