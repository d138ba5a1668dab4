import { type EditorState, type Range, RangeSet, StateField, type Transaction } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'
import { t } from '../../electron/shared/messages/translate.ts'
import './markdown-text.css'

/** Maximum number of characters without a width of their own that are drawn on one letter. */
const MAX_STACKED = 40
/** Maximum number of tabs in one node of the DOM. */
const MAX_TABS = 500

/**
 * Tabs, or what joins the character before it: accents, joiners and what they join, and characters that cannot be seen.
 * A run of 20,000 tabs in one node takes Chromium a third of a second to lay out, one of joined emoji two seconds, and
 * one of accents a second to paint, because all of them are on one letter and so can never be scrolled out of sight.
 */
const longRun = new RegExp(
  `\\t{${MAX_TABS},}|(?:[\\p{M}\\p{Cf}]|(?<=\\u200d)\\p{Extended_Pictographic}){${MAX_STACKED + 1},}`,
  'gu',
)

/** What is drawn in place of characters that are left out. */
class LeftOutWidget extends WidgetType {
  readonly count: number
  constructor(count: number) {
    super()
    this.count = count
  }
  override eq(other: LeftOutWidget) {
    return other.count === this.count
  }
  override toDOM() {
    const element = document.createElement('span')
    element.className = 'cm-left-out'
    element.textContent = t('editor.left-out', { count: this.count })
    return element
  }
}

/** An element of their own, without a style. */
const tabs = Decoration.mark({})

/** The decorations of the lines that touch a range of the text. */
function scan({ doc }: EditorState, from: number, to: number): Range<Decoration>[] {
  const found: Range<Decoration>[] = []
  for (let position = from; position <= to;) {
    const line = doc.lineAt(position)
    position = line.to + 1
    if (line.length <= MAX_STACKED) continue
    for (const { 0: run, index } of line.text.matchAll(longRun)) found.push(...decorate(run, line.from + index))
  }
  return found
}

function decorate(run: string, start: number): Range<Decoration>[] {
  const end = start + run.length
  if (run.startsWith('\t')) {
    const starts = Array.from({ length: Math.ceil(run.length / MAX_TABS) }, (_, index) => start + index * MAX_TABS)
    return starts.map((from) => tabs.range(from, Math.min(from + MAX_TABS, end)))
  }
  const points = lengthInCodePoints(run)
  const drawn = lengthOfFirst(MAX_STACKED, run)
  return [Decoration.replace({ widget: new LeftOutWidget(points - MAX_STACKED) }).range(start + drawn, end)]
}

function lengthInCodePoints(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** The length of the first characters of a text, in code units. */
function lengthOfFirst(count: number, text: string): number {
  return Array.from(text.slice(0, 2 * count))
    .slice(0, count)
    .join('').length
}

function rescan(decorations: DecorationSet, { changes, state }: Transaction): DecorationSet {
  let next = decorations.map(changes)
  changes.iterChangedRanges((_fromA, _toA, fromB, toB) => {
    const filterFrom = state.doc.lineAt(fromB).from
    const filterTo = state.doc.lineAt(toB).to
    const add = scan(state, filterFrom, filterTo)
    if (add.length === 0 && next.size === 0) return
    next = next.update({ filterFrom, filterTo, filter: () => false, add })
  })
  return next
}

const runs = StateField.define<DecorationSet>({
  create: (state) => RangeSet.of(scan(state, 0, state.doc.length)),
  update: (decorations, transaction) => (transaction.docChanged ? rescan(decorations, transaction) : decorations),
  provide: (field) => [
    EditorView.decorations.from(field),
    // The cursor passes over what is not drawn, and Backspace deletes all of it: it is one thing to the reader.
    EditorView.atomicRanges.of(({ state }) =>
      state.field(field).update({ filter: (_from, _to, value) => value !== tabs }),
    ),
  ],
})

/** Draws runs of characters that would freeze the window in parts, or says how many of them it leaves out. */
export const longRuns = runs
