import { RangeSet, RangeValue, StateField, type EditorState, type Range, type Transaction } from '@codemirror/state'
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

/** The picture replaces its line; while the cursor is on the line, the line is shown above it. */
function decorate(state: EditorState, lines: RangeSet<PictureLine>): DecorationSet {
  const decorations: Range<Decoration>[] = []
  const { main } = state.selection
  for (const cursor = lines.iter(); cursor.value; cursor.next()) {
    const { from, to, value } = cursor
    const widget = new PictureWidget(value.picture)
    const isTouched = main.from <= to && main.to >= from
    decorations.push(
      isTouched
        ? Decoration.widget({ widget, block: true, side: 1 }).range(to)
        : Decoration.replace({ widget, block: true }).range(from, to),
    )
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
  provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
})

/**
 * Shows the pictures of the trip in the text. The cost of a keystroke depends on the changed lines, not on the whole
 * text.
 */
export const showPictures = pictureField
