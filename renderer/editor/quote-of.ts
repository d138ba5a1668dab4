import { ChangeSet, EditorSelection, type EditorState, type StateCommand, type Transaction } from '@codemirror/state'
import { attributionOf, isAttributionLine } from '../../electron/shared/quote-attribution.ts'
import { insertBlock, toggleQuote } from './format-block.ts'
import { readPrefix } from './line-prefix.ts'

/** Whether the quote commands would begin a quote now, rather than end one. */
export function beginsQuote(state: EditorState): boolean {
  const { from, to } = state.selection.main
  const [first, last] = [state.doc.lineAt(from).number, state.doc.lineAt(to).number]
  for (let number = first; number <= last; number++) {
    const { text } = state.doc.line(number)
    if (text.trim() !== '' && readPrefix(text).quote === '') return true
  }
  return state.doc.lineAt(from).text.trim() === ''
}

/**
 * Inserts a quote of somebody, with the cursor where their words go, or makes the selected lines one.
 *
 * @param speaker its speaker, named in its last line; `null` for a quote without a name
 */
export function insertQuoteOf(speaker: string | null): StateCommand {
  return (target) => {
    const { state } = target
    if (state.selection.main.empty) {
      const name = speaker === null ? '' : `\n>\n> ${attributionOf(speaker)}`
      return insertBlock(`> ${name}`, { from: 2, to: 2 })(target)
    }
    return quoteLinesOf(speaker)(target)
  }
}

/** Makes the lines of the selection a quote of somebody, or plain lines again if they are one. */
export function quoteLinesOf(speaker: string | null): StateCommand {
  return (target) => {
    const { state } = target
    const begins = beginsQuote(state)
    if (begins && state.selection.main.empty && state.doc.lineAt(state.selection.main.head).text.trim() === '') {
      return insertQuoteOf(speaker)(target)
    }
    const made: Transaction[] = []
    toggleQuote({ state, dispatch: (transaction) => void made.push(transaction) })
    const [quoted] = made
    if (quoted === undefined) return false
    if (speaker === null || !begins) {
      target.dispatch(quoted)
      return true
    }
    const { doc, selection } = quoted.state
    const line = `\n>\n> ${attributionOf(speaker)}`
    const named = ChangeSet.of({ from: doc.lineAt(selection.main.to).to, insert: line }, doc.length)
    // One transaction, so that one Undo takes both back.
    const changes = quoted.changes.compose(named)
    target.dispatch(state.update({ changes, selection, scrollIntoView: true, userEvent: 'input.format' }))
    return true
  }
}

/**
 * Enter in an empty line of a quote whose speaker is named below goes behind the quote: the name is its end.
 */
export const leaveNamedQuote: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection
  const line = state.doc.lineAt(main.head)
  const prefix = readPrefix(line.text)
  if (!main.empty || prefix.quote === '' || prefix.list !== '' || line.text.length !== prefix.length) return false
  const below = line.number + 2 <= state.doc.lines ? state.doc.line(line.number + 2) : null
  if (below === null || !/^[\s>]*$/.test(state.doc.line(line.number + 1).text)) return false
  if (
    !isAttributionLine(below.text) ||
    line.number === 1 ||
    readPrefix(state.doc.line(line.number - 1).text).quote === ''
  )
    return false
  const isLast = below.number === state.doc.lines
  const insert = isLast || state.doc.line(below.number + 1).text.trim() !== '' ? '\n\n' : '\n'
  const removed = { from: line.from, to: line.to + 1 }
  const cursor = below.to - (removed.to - removed.from) + insert.length
  dispatch(
    state.update({
      changes: [removed, { from: below.to, insert }],
      selection: EditorSelection.cursor(cursor),
      scrollIntoView: true,
      userEvent: 'input',
    }),
  )
  return true
}
