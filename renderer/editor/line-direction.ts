import { RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { hasRightToLeft } from '../../electron/shared/direction.ts'

const automatic = Decoration.line({ attributes: { dir: 'auto' } })

/** The beginning of a line decides; the rest of a very long one need not be searched. */
const LOOKED_AT = 1000

function directionsOf(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  const { doc } = view.state
  for (const { from, to } of view.visibleRanges) {
    for (let position = from; position <= to;) {
      const line = doc.lineAt(position)
      if (hasRightToLeft(doc.sliceString(line.from, Math.min(line.to, line.from + LOOKED_AT)))) {
        builder.add(line.from, line.from, automatic)
      }
      position = line.to + 1
    }
  }
  return builder.finish()
}

/** Lets each line run in the direction of its script, so that an Arabic or Hebrew sentence ends on the left. */
export const lineDirection = [
  EditorView.perLineTextDirection.of(true),
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet

      constructor(view: EditorView) {
        this.decorations = directionsOf(view)
      }

      update({ docChanged, viewportChanged, view }: ViewUpdate) {
        if (docChanged || viewportChanged) this.decorations = directionsOf(view)
      }
    },
    { decorations: ({ decorations }) => decorations },
  ),
]
