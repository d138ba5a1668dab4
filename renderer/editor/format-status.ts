import { redoDepth, undoDepth } from '@codemirror/commands'
import { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import { readPrefix } from './line-prefix.ts'
import { enclosing } from './syntax.ts'

/** The formatting at the cursor. */
export interface FormatStatus {
  bold: boolean
  italic: boolean
  link: boolean
  code: boolean
  quote: boolean
  list: 'bullets' | 'numbers' | 'tasks' | null
  /** 0 if it is not a heading. */
  heading: number
  canUndo: boolean
  canRedo: boolean
}

export const plainStatus: FormatStatus = {
  bold: false,
  italic: false,
  link: false,
  code: false,
  quote: false,
  list: null,
  heading: 0,
  canUndo: false,
  canRedo: false,
}

export function formatStatusOf(state: EditorState): FormatStatus {
  const { from, to } = state.selection.main
  const prefix = readPrefix(state.doc.lineAt(from).text)
  // Uses whatever is parsed already: this runs while the user types, and must not wait.
  const tree = syntaxTree(state)
  const isIn = (...names: string[]) => enclosing(state, from, to, names, tree) !== null
  const code = isIn('InlineCode', 'FencedCode', 'CodeBlock')
  return {
    bold: isIn('StrongEmphasis'),
    italic: isIn('Emphasis'),
    link: isIn('Link'),
    code,
    quote: !code && prefix.quote !== '',
    list:
      code || prefix.list === ''
        ? null
        : prefix.task !== ''
          ? 'tasks'
          : /^\d/.test(prefix.list)
            ? 'numbers'
            : 'bullets',
    heading: code ? 0 : prefix.heading.trim().length,
    canUndo: undoDepth(state) > 0,
    canRedo: redoDepth(state) > 0,
  }
}

export function isSameStatus(a: FormatStatus, b: FormatStatus): boolean {
  return (Object.keys(plainStatus) as (keyof FormatStatus)[]).every((key) => a[key] === b[key])
}
