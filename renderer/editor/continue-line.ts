import { deleteMarkupBackward, insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown'
import { EditorSelection, type Line, type StateCommand } from '@codemirror/state'
import { readPrefix } from './line-prefix.ts'
import { isInCode } from './syntax.ts'

const continueMarkup = insertNewlineContinueMarkupCommand({ nonTightLists: false })

/**
 * Enter on an empty item or an empty line of a quote ends the list or quote. An empty line is left before what follows:
 * without one, Markdown takes the next words for a part of the last item.
 */
const endBlock: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection
  const line = state.doc.lineAt(main.head)
  const prefix = readPrefix(line.text)
  const isEmptyItem = (prefix.list !== '' || prefix.quote !== '') && line.text.length === prefix.length
  if (!main.empty || !isEmptyItem || main.head !== line.to || isInCode(state, main.head)) return false
  const nested = prefix.indent !== '' || (prefix.list !== '' && prefix.quote !== '')
  // One level out of a nested list is CodeMirror's; it knows no tasks there.
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
  !target.state.readOnly && (endBlock(target) || continueMarkup(target))

/** Backspace right behind a mark takes the mark away. */
export const deleteMark: StateCommand = (target) => !target.state.readOnly && deleteMarkupBackward(target)

/** How deep an item must stand to belong to the item above: as deep as that one's words. */
function innerIndent(above: string): string {
  const prefix = readPrefix(above)
  const marker = prefix.list.trimEnd()
  return prefix.indent + ' '.repeat(marker === '' ? 0 : marker.length + 1)
}

function touchedLines({ state }: Parameters<StateCommand>[0]): Line[] {
  const { from, to } = state.selection.main
  const first = state.doc.lineAt(from).number
  const last = state.doc.lineAt(to).number
  return Array.from({ length: last - first + 1 }, (_, index) => state.doc.line(first + index))
}

/** The number that an item gets at a new depth: the one after its neighbour above, else 1, for only 1 starts a list. */
function numberAt(indent: string, above: string): number {
  const prefix = readPrefix(above)
  const number = Number.parseInt(prefix.list, 10)
  return prefix.indent === indent && Number.isInteger(number) ? number + 1 : 1
}

/**
 * Tab in a list: the items become parts of the item above. Outside of lists it is no command of the editor, so that the
 * key goes on to the next control as everywhere in the window.
 */
export const indentItem: StateCommand = (target) => {
  const { state, dispatch } = target
  const lines = touchedLines(target)
  const [first] = lines
  if (state.readOnly || !first || readPrefix(first.text).list === '' || isInCode(state, first.from)) return false
  const above = first.number > 1 ? state.doc.line(first.number - 1).text : ''
  const { indent, list } = readPrefix(first.text)
  const step = innerIndent(above).length > indent.length ? innerIndent(above).length - indent.length : 2
  const isFirst = readPrefix(above).list === '' && !/^\s+\S/.test(above)
  // The first item has nothing to be a part of; the key is taken all the same, for one writes here.
  if (isFirst) return true
  const renumber = /^\d+/.exec(list)?.[0]
  const changes = lines.filter(({ text }) => text.trim() !== '').map(({ from }) => ({ from, insert: ' '.repeat(step) }))
  const number =
    renumber === undefined
      ? []
      : [
          {
            from: first.from + indent.length,
            to: first.from + indent.length + renumber.length,
            insert: String(numberAt(indent + ' '.repeat(step), above)),
          },
        ]
  dispatch(state.update({ changes: [...changes, ...number], userEvent: 'input.indent', scrollIntoView: true }))
  return true
}

/** Shift-Tab in a list: the items go one level out. */
export const outdentItem: StateCommand = (target) => {
  const { state, dispatch } = target
  const lines = touchedLines(target)
  const [first] = lines
  if (state.readOnly || !first || readPrefix(first.text).list === '' || isInCode(state, first.from)) return false
  const { indent } = readPrefix(first.text)
  if (indent === '') return true
  const outer = state.doc
    .sliceString(0, first.from)
    .split('\n')
    .slice(-200)
    .findLast((text) => readPrefix(text).list !== '' && readPrefix(text).indent.length < indent.length)
  const step = indent.length - (outer === undefined ? 0 : readPrefix(outer).indent.length)
  const changes = lines.map(({ from, text }) => ({
    from,
    to: from + Math.min(step, readPrefix(text).indent.length),
  }))
  dispatch(state.update({ changes, userEvent: 'delete.dedent', scrollIntoView: true }))
  return true
}
