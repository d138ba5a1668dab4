import { syntaxTree } from '@codemirror/language'
import { type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'

/**
 * Decorates the visible text by its syntax, again whenever one of the two has changed.
 *
 * @param options.bySelection whether the decorations depend on the selection as well
 */
export function syntaxDecorations(
  decorate: (view: EditorView) => DecorationSet,
  { bySelection = false }: { bySelection?: boolean } = {},
) {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet
      private tree: ReturnType<typeof syntaxTree>

      constructor(view: EditorView) {
        this.decorations = decorate(view)
        this.tree = syntaxTree(view.state)
      }

      update({ docChanged, viewportChanged, selectionSet, view, state, transactions }: ViewUpdate) {
        const tree = syntaxTree(state)
        const isSetUp = transactions.some(({ reconfigured }) => reconfigured)
        const isMoved = bySelection && selectionSet
        if (!docChanged && !viewportChanged && !isMoved && !isSetUp && tree === this.tree) return
        this.tree = tree
        this.decorations = decorate(view)
      }
    },
    { decorations: ({ decorations }) => decorations },
  )
}
