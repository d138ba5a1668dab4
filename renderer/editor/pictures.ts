import { EditorState, RangeSet, RangeValue, StateField, type Range, type Transaction } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'
import { readPicture, type PictureMarkdown } from './picture-syntax.ts'
import { PictureWidget } from './picture-widget.ts'

class PictureLine extends RangeValue {
  readonly picture: PictureMarkdown
  constructor(picture: PictureMarkdown) {
    super()
    this.picture = picture
  }
}

interface Pictures {
  /** The lines that contain pictures. */
  lines: RangeSet<PictureLine>
  decorations: DecorationSet
}

/** Finds the pictures on the lines that touch a range of the text. */
function scan(state: EditorState, from: number, to: number): Range<PictureLine>[] {
  const found: Range<PictureLine>[] = []
  const last = state.doc.lineAt(to).number
  for (let number = state.doc.lineAt(from).number; number <= last; number++) {
    const line = state.doc.line(number)
    const picture = readPicture(line.text)
    if (picture) found.push(new PictureLine(picture).range(line.from, line.to))
  }
  return found
}

/** The picture replaces its line. It is marked while the cursor is on the line, or the line is selected. */
function decorate(state: EditorState, lines: RangeSet<PictureLine>): DecorationSet {
  const decorations: Range<Decoration>[] = []
  const { main } = state.selection
  for (const cursor = lines.iter(); cursor.value; cursor.next()) {
    const { from, to, value } = cursor
    const isTouched = main.from <= to && main.to >= from
    const widget = new PictureWidget(value.picture, isTouched)
    decorations.push(Decoration.replace({ widget, block: true }).range(from, to))
  }
  return Decoration.set(decorations)
}

function rescan(lines: RangeSet<PictureLine>, { changes, state }: Transaction): RangeSet<PictureLine> {
  let next = lines.map(changes)
  changes.iterChangedRanges((_fromA, _toA, fromB, toB) => {
    const from = state.doc.lineAt(fromB).from
    const { to } = state.doc.lineAt(toB)
    const add = scan(state, from, to)
    // In a text without pictures, as most are, a keystroke changes nothing here.
    if (add.length === 0 && next.size === 0) return
    next = next.update({
      filterFrom: from,
      filterTo: to,
      filter: () => false,
      add,
    })
  })
  return next
}

const pictureField = StateField.define<Pictures>({
  create(state) {
    const lines = RangeSet.of(scan(state, 0, state.doc.length))
    return { lines, decorations: decorate(state, lines) }
  },
  update(value, transaction) {
    const lines = transaction.docChanged ? rescan(value.lines, transaction) : value.lines
    if (lines === value.lines && (lines.size === 0 || !transaction.selection)) return value
    if (lines.size === 0 && value.lines.size === 0) return { lines, decorations: value.decorations }
    return { lines, decorations: decorate(transaction.state, lines) }
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ decorations }) => decorations),
    // The cursor stands before or after a picture, and one Backspace takes all of it.
    EditorView.atomicRanges.of((view) => view.state.field(field).lines),
  ],
})

/** Words that are typed or pasted next to a picture get a line of their own: beside words, it would be shown as code. */
const apartFromPictures = EditorState.transactionFilter.of((transaction) => {
  const { lines } = transaction.startState.field(pictureField)
  if (lines.size === 0 || !transaction.docChanged || !transaction.isUserEvent('input')) return transaction
  let place: { at: number; end: number } | null = null
  transaction.changes.iterChanges((fromA, toA, fromB, toB, inserted) => {
    if (fromA !== toA || inserted.length === 0) return
    const text = inserted.toString()
    lines.between(fromA, fromA, (from, to) => {
      if (fromA === to && !text.startsWith('\n')) place = { at: fromB, end: toB + 2 }
      else if (fromA === from && !text.endsWith('\n')) place = { at: toB, end: toB }
    })
  })
  if (place === null) return transaction
  const { at, end } = place
  return [transaction, { changes: { from: at, insert: '\n\n' }, selection: { anchor: end }, sequential: true }]
})

/**
 * Shows the pictures of the trip in the text. The cost of a keystroke depends on the changed lines, not on the whole
 * text.
 */
export const showPictures = [pictureField, apartFromPictures]
