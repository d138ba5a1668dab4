import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'

/** Maximum time that a command waits for the parser to reach the cursor, in milliseconds. */
const TIMEOUT = 50

type Tree = ReturnType<typeof syntaxTree>
export type SyntaxNode = Tree['topNode']

/** The syntax tree of the text, parsed at least up to a position if that takes no noticeable time. */
export function treeUpTo(state: EditorState, position: number): Tree {
  return ensureSyntaxTree(state, position, TIMEOUT) ?? syntaxTree(state)
}

/**
 * The innermost node of one of these types that contains the whole range.
 *
 * @param tree the tree to search; by default one that is parsed up to the range, which may take a moment
 */
export function enclosing(
  state: EditorState,
  from: number,
  to: number,
  names: readonly string[],
  tree: Tree = treeUpTo(state, to),
): SyntaxNode | null {
  // At the edge of a word, the node can be on either side.
  for (const side of [1, -1] as const) {
    let node: SyntaxNode | null = tree.resolveInner(from, side)
    for (; node; node = node.parent) {
      if (names.includes(node.name) && node.from <= from && node.to >= to) return node
    }
  }
  return null
}

/** Whether a position is in a code block, where Markdown is plain text. */
export function isInCode(state: EditorState, position: number): boolean {
  return enclosing(state, position, position, ['FencedCode', 'CodeBlock']) !== null
}
