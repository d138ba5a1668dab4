import type { Image, PhrasingContent, Root, RootContent } from 'mdast'
import { mapNodes } from '../../markdown/map-nodes.ts'

/*
 * A word processor has no nested emphasis: each run of characters is bold or not, italic or not. So texts become pieces
 * with marks here, and pieces become texts in which the marks are nested in one order.
 */

/** From the outermost to the innermost. */
export const markNames = ['delete', 'strong', 'emphasis', 'code'] as const
export type Mark = (typeof markNames)[number]
export type Marks = ReadonlySet<Mark>

export type Piece =
  | { kind: 'text'; value: string; marks: Marks }
  | { kind: 'break'; marks: Marks }
  | { kind: 'picture'; image: Image; marks: Marks }
  | { kind: 'footnote'; identifier: string; marks: Marks }
  | { kind: 'link'; url: string; title: string; pieces: Piece[]; marks: Marks }

export const noMarks: Marks = new Set()

export function toPieces(nodes: readonly RootContent[], marks: Marks = noMarks): Piece[] {
  return nodes.flatMap((node): Piece[] => {
    switch (node.type) {
      case 'text':
        return textPiece(node.value, marks)
      case 'inlineCode':
        return textPiece(node.value, withMark(marks, 'code'))
      case 'emphasis':
      case 'strong':
      case 'delete':
        return toPieces(node.children, withMark(marks, node.type))
      case 'break':
        return [{ kind: 'break', marks }]
      case 'image':
        return [{ kind: 'picture', image: node, marks }]
      case 'footnoteReference':
        return [{ kind: 'footnote', identifier: node.identifier, marks }]
      case 'link': {
        // A link is around its marks, and is in none of them.
        const pieces = toPieces(node.children, marks)
        return [{ kind: 'link', url: node.url, title: node.title ?? '', pieces, marks: noMarks }]
      }
      case 'imageReference':
      case 'linkReference':
      case 'heading':
      case 'paragraph':
      case 'blockquote':
      case 'list':
      case 'listItem':
      case 'table':
      case 'tableRow':
      case 'tableCell':
      case 'footnoteDefinition':
      case 'definition':
      case 'thematicBreak':
      case 'code':
      case 'html':
      case 'yaml':
        return 'children' in node ? toPieces(node.children, marks) : 'value' in node ? textPiece(node.value, marks) : []
      default:
        // Node types of other dialects, which our texts never contain.
        return []
    }
  })
}

/** White space looks like one space to readers, however much of it there is in the Markdown. */
function textPiece(text: string, marks: Marks): Piece[] {
  const value = text.replace(/[ \t\r\n\f]+/g, ' ')
  return value === '' ? [] : [{ kind: 'text', value, marks }]
}

function withMark(marks: Marks, mark: Mark): Marks {
  return new Set([...marks, mark])
}

export function fromPieces(pieces: readonly Piece[]): PhrasingContent[] {
  return nest(joinTexts(pieces), 0)
}

/** Neighbours with the same marks are one text. */
function joinTexts(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (piece.kind === 'text' && last?.kind === 'text' && isSame(piece.marks, last.marks)) {
      joined[joined.length - 1] = { ...last, value: last.value + piece.value }
    } else joined.push(piece)
  }
  return joined
}

function isSame(one: Marks, other: Marks): boolean {
  return one.size === other.size && [...one].every((mark) => other.has(mark))
}

function nest(pieces: readonly Piece[], level: number): PhrasingContent[] {
  const mark = markNames[level]
  if (mark === undefined || mark === 'code') return pieces.map(toNode)
  const nodes: PhrasingContent[] = []
  for (let start = 0; start < pieces.length;) {
    const isMarked = pieces[start]?.marks.has(mark) === true
    let end = start
    while (end < pieces.length && pieces[end]?.marks.has(mark) === isMarked) end++
    const children = nest(pieces.slice(start, end), level + 1)
    if (isMarked) nodes.push({ type: mark, children })
    else nodes.push(...children)
    start = end
  }
  return nodes
}

function toNode(piece: Piece): PhrasingContent {
  switch (piece.kind) {
    case 'text':
      return { type: piece.marks.has('code') ? 'inlineCode' : 'text', value: piece.value }
    case 'break':
      return { type: 'break' }
    case 'picture':
      return piece.image
    case 'footnote':
      return { type: 'footnoteReference', identifier: piece.identifier, label: piece.identifier }
    case 'link':
      return { type: 'link', url: piece.url, title: piece.title || null, children: fromPieces(piece.pieces) }
    default:
      return piece satisfies never
  }
}

/** A text with its marks in the order of {@link markNames}. */
export function withOrderedMarks(tree: Root): Root {
  return mapNodes(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return node
    return { ...node, children: fromPieces(toPieces(node.children)) }
  })
}
