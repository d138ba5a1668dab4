import { type EditorState, type Range, RangeSet, StateField, type Transaction } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'
import { partsOfLongWords } from '../markdown/long-words.ts'
import { MAX_STACKED, partsOfStacked, stacked } from '../markdown/stacked-characters.ts'
import './markdown-text.css'

/** Maximum number of characters without a space in one node of the DOM. */
const MAX_WORD = 500

/**
 * Very many accents on a letter take a second to paint, and joined emoji two seconds to lay out. All of them are in one
 * place, and so can never be scrolled out of sight.
 */
const stackedRun = new RegExp(stacked, 'gu')

/** What is drawn in place of characters that are left out. */
class LeftOutWidget extends WidgetType {
  readonly remark: string
  constructor(remark: string) {
    super()
    this.remark = remark
  }
  override eq(other: LeftOutWidget) {
    return other.remark === this.remark
  }
  override toDOM() {
    const element = document.createElement('span')
    element.className = 'cm-left-out'
    element.textContent = this.remark
    return element
  }
}

/** An element of its own, without a style. */
const part = Decoration.mark({})

/** The decorations of the lines that touch a range of the text. */
function scan({ doc }: EditorState, from: number, to: number): Range<Decoration>[] {
  const found: Range<Decoration>[] = []
  for (let position = from; position <= to;) {
    const line = doc.lineAt(position)
    position = line.to + 1
    if (line.length <= MAX_STACKED) continue
    for (const span of partsOfLongWords(line.text, MAX_WORD))
      found.push(part.range(line.from + span.from, line.from + span.to))
    for (const { 0: run, index } of line.text.matchAll(stackedRun)) found.push(leaveOut(run, line.from + index))
  }
  return found
}

function leaveOut(run: string, start: number): Range<Decoration> {
  const { drawn, remark } = partsOfStacked(run)
  return Decoration.replace({ widget: new LeftOutWidget(remark) }).range(start + drawn.length, start + run.length)
}

function rescan(decorations: DecorationSet, { changes, state }: Transaction): DecorationSet {
  let next = decorations.map(changes)
  changes.iterChangedRanges((_fromA, _toA, fromB, toB) => {
    const filterFrom = state.doc.lineAt(fromB).from
    const filterTo = state.doc.lineAt(toB).to
    const add = scan(state, filterFrom, filterTo)
    if (add.length === 0 && next.size === 0) return
    next = next.update({ filterFrom, filterTo, filter: () => false, add, sort: true })
  })
  return next
}

const runs = StateField.define<DecorationSet>({
  create: (state) => RangeSet.of(scan(state, 0, state.doc.length), true),
  update: (decorations, transaction) => (transaction.docChanged ? rescan(decorations, transaction) : decorations),
  provide: (field) => [
    EditorView.decorations.from(field),
    // The cursor passes over what is not drawn, and Backspace deletes all of it: it is one thing to the reader.
    EditorView.atomicRanges.of(({ state }) =>
      state.field(field).update({ filter: (_from, _to, value) => value !== part }),
    ),
  ],
})

/** Draws runs of characters that would freeze the window in parts, or says how many of them it leaves out. */
export const longRuns = runs
