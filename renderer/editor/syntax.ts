import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'

/** How long a command may wait for the parser to reach the cursor, in milliseconds. */
const PATIENCE = 50

type Tree = ReturnType<typeof syntaxTree>
export type SyntaxNode = Tree['topNode']

/** The tree of the text, parsed at least up to a position where that takes no noticeable time. */
export function treeUpTo(state: EditorState, position: number): Tree {
  return ensureSyntaxTree(state, position, PATIENCE) ?? syntaxTree(state)
}

/**
 * The innermost node of one of these kinds that holds the whole range.
 *
 * @param tree the one to look in; by default one that is parsed up to the range, which may take a moment
 */
export function enclosing(
  state: EditorState,
  from: number,
  to: number,
  names: readonly string[],
  tree: Tree = treeUpTo(state, to),
): SyntaxNode | null {
  // At the edge of a word, either side may be the one inside.
  for (const side of [1, -1] as const) {
    let node: SyntaxNode | null = tree.resolveInner(from, side)
    for (; node; node = node.parent) {
      if (names.includes(node.name) && node.from <= from && node.to >= to) return node
    }
  }
  return null
}

/** Whether a position is in a block of code, where Markdown's marks are plain characters. */
export function isInCode(state: EditorState, position: number): boolean {
  return enclosing(state, position, position, ['FencedCode', 'CodeBlock']) !== null
}
