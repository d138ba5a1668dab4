import { EditorSelection, type EditorState, type StateCommand, type TransactionSpec } from '@codemirror/state'
import { t } from '../../electron/shared/messages/translate.ts'
import { readPrefix, type LinePrefix } from './line-prefix.ts'

interface LineEdit {
  /** Where the old marker begins and ends in the line. */
  from: number
  to: number
  insert: string
}

interface SelectedLine {
  from: number
  text: string
  prefix: LinePrefix
}

/** The lines that the selection touches; empty ones only if there are no others. */
function selectedLines(state: EditorState): SelectedLine[] {
  const lines: SelectedLine[] = []
  const { from, to } = state.selection.main
  for (let position = from; ;) {
    const line = state.doc.lineAt(position)
    lines.push({ from: line.from, text: line.text, prefix: readPrefix(line.text) })
    if (line.to >= to) break
    position = line.to + 1
  }
  const written = lines.filter(({ text }) => text.trim() !== '')
  return written.length === 0 ? lines.slice(0, 1) : written
}

function editLines(
  state: EditorState,
  lines: readonly SelectedLine[],
  change: (line: SelectedLine, index: number) => LineEdit,
): TransactionSpec {
  const changes = state.changes(
    lines.map((line, index) => {
      const { from, to, insert } = change(line, index)
      return { from: line.from + from, to: line.from + to, insert }
    }),
  )
  // A cursor at the start of the line goes behind the new mark, where typing goes on.
  return { changes, selection: state.selection.map(changes, 1), scrollIntoView: true, userEvent: 'input.format' }
}

/** The position of a list marker, or where it would go: after indentation, quote markers and heading. */
function listSpan({ prefix }: SelectedLine): { from: number; to: number } {
  return { from: prefix.length - prefix.list.length - prefix.task.length, to: prefix.length }
}

const listKinds = {
  bullets: { is: (prefix: LinePrefix) => /^[-*+]/.test(prefix.list) && prefix.task === '', mark: () => '- ' },
  numbers: { is: (prefix: LinePrefix) => /^\d/.test(prefix.list), mark: (index: number) => `${index + 1}. ` },
  tasks: { is: (prefix: LinePrefix) => prefix.task !== '', mark: () => '- [ ] ' },
}

function toggleList(kind: keyof typeof listKinds): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false
    const { is, mark } = listKinds[kind]
    const lines = selectedLines(state)
    const isList = lines.every(({ prefix }) => is(prefix))
    dispatch(
      state.update(
        editLines(state, lines, (line, index) => ({ ...listSpan(line), insert: isList ? '' : mark(index) })),
      ),
    )
    return true
  }
}

export const toggleBulletedList = toggleList('bullets')
export const toggleNumberedList = toggleList('numbers')
export const toggleTaskList = toggleList('tasks')

export const toggleQuote: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false
  const lines = selectedLines(state)
  const isQuote = lines.every(({ prefix }) => prefix.quote !== '')
  dispatch(
    state.update(
      editLines(state, lines, ({ prefix }) => {
        const from = prefix.quote === '' ? 0 : prefix.indent.length
        return isQuote ? { from, to: from + prefix.quote.length, insert: '' } : { from, to: from, insert: '> ' }
      }),
    ),
  )
  return true
}

/** Makes the lines headings of a level from 1 to 6, or plain text again with 0. */
export function setHeading(level: number): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false
    dispatch(
      state.update(
        editLines(state, selectedLines(state), ({ prefix }) => {
          const from = prefix.quote === '' ? 0 : prefix.indent.length + prefix.quote.length
          const to = prefix.heading === '' ? from : prefix.indent.length + prefix.quote.length + prefix.heading.length
          return { from, to, insert: level === 0 ? '' : `${'#'.repeat(level)} ` }
        }),
      ),
    )
    return true
  }
}

/** A change that replaces a range with a block on lines of its own, separated by empty lines from adjacent words. */
export function blockInsertion(
  state: EditorState,
  range: { from: number; to: number },
  block: string,
): { from: number; to: number; insert: string; /** Where the block itself begins afterwards. */ start: number } {
  const first = state.doc.lineAt(range.from)
  const last = state.doc.lineAt(range.to)
  const before = state.sliceDoc(first.from, range.from)
  const after = state.sliceDoc(range.to, last.to)
  const isEmptyAt = (number: number) =>
    number < 1 || number > state.doc.lines || state.doc.line(number).text.trim() === ''
  const from = before.trim() === '' ? first.from : range.from
  const to = after.trim() === '' ? last.to : range.to
  const lead = before.trim() !== '' ? '\n\n' : isEmptyAt(first.number - 1) ? '' : '\n'
  const tail = after.trim() !== '' ? '\n\n' : isEmptyAt(last.number + 1) ? '' : '\n'
  return { from, to, insert: lead + block + tail, start: from + lead.length }
}

/** Inserts a block below the line of the cursor, and selects a part of it. */
export function insertBlock(block: string, select: { from: number; to: number }): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false
    const line = state.doc.lineAt(state.selection.main.head)
    const { start, ...change } = blockInsertion(state, { from: line.to, to: line.to }, block)
    dispatch(
      state.update({
        changes: change,
        selection: EditorSelection.range(start + select.from, start + select.to),
        scrollIntoView: true,
        userEvent: 'input.format',
      }),
    )
    return true
  }
}

/** Inserts an empty table, with the name of its first column selected. */
export const insertTable: StateCommand = (target) => {
  const column = t('editor.table-column')
  const table = `| ${column} | ${column} |\n| --- | --- |\n|  |  |`
  return insertBlock(table, { from: 2, to: 2 + column.length })(target)
}
