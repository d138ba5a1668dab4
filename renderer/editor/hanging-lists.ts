import { syntaxTree } from '@codemirror/language'
import { RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView } from '@codemirror/view'
import { syntaxDecorations } from './syntax-decorations.ts'
import './markdown-text.css'

/** Deeper levels are indented like this one: a reading column has no room for more. */
const DEEPEST = 5

const marker = Decoration.mark({ class: 'cm-list-marker' })
const depths = Array.from({ length: DEEPEST }, (_, index) => ({ 'data-depth': String(index + 1) }))
const lines = {
  BulletList: depths.map((attributes) => Decoration.line({ class: 'cm-list', attributes })),
  OrderedList: depths.map((attributes) => Decoration.line({ class: 'cm-list cm-list-ordered', attributes })),
}

/** Gives list items a hanging indent: wrapped lines are aligned with the item's first word, not its bullet. */
function hang(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  const { doc } = view.state
  const tree = syntaxTree(view.state)
  let done = -1
  for (const { from, to } of view.visibleRanges) {
    const lists: (keyof typeof lines)[] = []
    tree.iterate({
      from,
      to,
      enter({ name, node }) {
        // The bar of a quote is already at the margin.
        if (name === 'Blockquote') return false
        if (name === 'BulletList' || name === 'OrderedList') lists.push(name)
        const list = lists.at(-1)
        if (name !== 'ListMark' || list === undefined || node.from <= done) return true
        const line = doc.lineAt(node.from)
        // A hyphen may be the beginning of a negative number.
        if (doc.sliceString(node.to, node.to + 1) !== ' ' || /\S/.test(doc.sliceString(line.from, node.from)))
          return true
        const depth = lines[list][Math.min(lists.length, DEEPEST) - 1]
        if (depth) builder.add(line.from, line.from, depth)
        builder.add(line.from, node.to + 1, marker)
        done = node.from
        return true
      },
      leave({ name }) {
        if (name === 'BulletList' || name === 'OrderedList') lists.pop()
      },
    })
  }
  return builder.finish()
}

export const hangingLists = syntaxDecorations(hang)
