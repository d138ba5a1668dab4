import { syntaxTree } from '@codemirror/language'
import { RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, WidgetType } from '@codemirror/view'
import { syntaxDecorations } from './syntax-decorations.ts'
import './markdown-text.css'

/** An address behind words is folded from this length on, in characters: a sentence should not end in its middle. */
const FOLDED_FROM = 24

class FoldedAddress extends WidgetType {
  readonly address: string

  constructor(address: string) {
    super()
    this.address = address
  }

  override eq({ address }: FoldedAddress) {
    return address === this.address
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('span')
    mark.className = 'cm-folded-address'
    mark.textContent = hostOf(this.address)
    mark.title = this.address
    return mark
  }
}

/** The part of an address that tells where it leads. */
function hostOf(address: string): string {
  const host = /^(?:https?:\/\/)?(?:www\.)?([^/?#]+)/i.exec(address)?.[1] ?? ''
  return `${host.slice(0, FOLDED_FROM)}…`
}

/** Folds the addresses of the links that are seen, except in lines that the cursor or the selection touches. */
function foldIn(view: EditorView): DecorationSet {
  const { state } = view
  const builder = new RangeSetBuilder<Decoration>()
  const touched = state.selection.ranges.map(({ from, to }) => ({
    from: state.doc.lineAt(from).from,
    to: state.doc.lineAt(to).to,
  }))
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(state).iterate({
      from,
      to,
      enter: (node) => {
        if (node.name !== 'URL') return true
        if (node.node.parent?.name !== 'Link' || node.to - node.from < FOLDED_FROM) return false
        if (touched.some((line) => node.from <= line.to && node.to >= line.from)) return false
        const widget = new FoldedAddress(state.sliceDoc(node.from, node.to))
        builder.add(node.from, node.to, Decoration.replace({ widget }))
        return false
      },
    })
  }
  return builder.finish()
}

/** Shows only the beginning of long addresses behind words, away from the cursor. */
export const foldAddresses = syntaxDecorations(foldIn, { bySelection: true })
