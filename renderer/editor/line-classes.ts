import { syntaxTree } from '@codemirror/language'
import { RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView } from '@codemirror/view'
import { t } from '../../electron/shared/messages/translate.ts'
import { PLAIN_LINE } from './plain-lines.ts'
import { syntaxDecorations } from './syntax-decorations.ts'
import './markdown-text.css'

/** Says above a line why it has no formatting. Created when it is first needed, in the language of the window. */
let plainLine: Decoration | undefined

function notePlainLine(): Decoration {
  plainLine ??= Decoration.line({ class: 'cm-line-plain', attributes: { 'data-note': t('editor.plain-line') } })
  return plainLine
}

const kinds: Record<string, Decoration> = {
  FencedCode: Decoration.line({ class: 'cm-line-code' }),
  CodeBlock: Decoration.line({ class: 'cm-line-code' }),
  Blockquote: Decoration.line({ class: 'cm-line-quote' }),
  Table: Decoration.line({ class: 'cm-line-table' }),
}

/** Marks the visible lines that belong to a quote, a code block or a table. */
function classesOf(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  const tree = syntaxTree(view.state)
  let written = -1
  for (const { from, to } of view.visibleRanges) {
    tree.iterate({
      from,
      to,
      enter: (node) => {
        const decoration = node.name === PLAIN_LINE ? notePlainLine() : kinds[node.name]
        if (!decoration) return true
        const last = Math.min(node.to, to)
        for (let position = Math.max(node.from, from); position <= last;) {
          const line = view.state.doc.lineAt(position)
          if (line.from > written) {
            builder.add(line.from, line.from, decoration)
            written = line.from
          }
          position = line.to + 1
        }
        return false
      },
    })
  }
  return builder.finish()
}

export const lineClasses = syntaxDecorations(classesOf)
