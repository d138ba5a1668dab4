import { Transaction } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'

/** Lines from this length on are drawn in part. CodeMirror leaves out what is more than 10,000 characters away. */
const GAPS_FROM = 20_000

/**
 * Makes CodeMirror draw the gaps of a very long line again, before it measures a state that it was just given. It draws
 * the first ones as if lines did not wrap: a wide gap instead of a high one. Half a megabyte in one line then seems to
 * be a few lines high, and all of it is drawn.
 */
export function drawGapsAgain(view: EditorView): void {
  const { doc, selection } = view.state
  const line = longLineIn(view)
  if (line === null) return
  // No gap contains the cursor. With the cursor in the middle of a gap, there are two others, and then one again.
  const middle = Math.floor((line.from + GAPS_FROM / 2 + line.to) / 2)
  const passing = { annotations: Transaction.addToHistory.of(false) }
  view.dispatch({ ...passing, selection: { anchor: Math.min(middle, doc.length) } })
  view.dispatch({ ...passing, selection })
}

/** The first line of the drawn text that is long enough for gaps. */
function longLineIn({ state: { doc }, viewport }: EditorView): { from: number; to: number } | null {
  for (let position = viewport.from; position <= viewport.to;) {
    const line = doc.lineAt(position)
    if (line.length >= GAPS_FROM) return line
    position = line.to + 1
  }
  return null
}
