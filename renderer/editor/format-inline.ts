import {
  EditorSelection,
  type ChangeSpec,
  type EditorState,
  type SelectionRange,
  type StateCommand,
} from '@codemirror/state'
import { readPrefix } from './line-prefix.ts'
import { enclosing, treeUpTo, type SyntaxNode } from './syntax.ts'

interface InlineFormat {
  node: string
  markNode: string
  mark: string
}

const formats = {
  bold: { node: 'StrongEmphasis', markNode: 'EmphasisMark', mark: '**' },
  italic: { node: 'Emphasis', markNode: 'EmphasisMark', mark: '*' },
} as const satisfies Record<string, InlineFormat>

interface Edit {
  changes: ChangeSpec[]
  range: SelectionRange
}

function edit(state: EditorState, make: (range: SelectionRange) => Edit) {
  return state.update(state.changeByRange(make), { scrollIntoView: true, userEvent: 'input.format' })
}

/** The opening and closing marks of a node. */
function marksOf(node: SyntaxNode, markNode: string): { from: number; to: number }[] {
  const marks = node.getChildren(markNode)
  const [first] = marks
  const last = marks.at(-1)
  return first && last && first !== last ? [first, last].map(({ from, to }) => ({ from, to })) : []
}

function unwrap(range: SelectionRange, marks: { from: number; to: number }[]): Edit {
  const [open, close] = marks
  if (!open || !close) return { changes: [], range }
  const width = open.to - open.from
  const map = (position: number) => Math.min(Math.max(position, open.to), close.from) - width
  return { changes: marks, range: EditorSelection.range(map(range.anchor), map(range.head)) }
}

const afterPrefix = (line: { from: number; text: string }) => line.from + readPrefix(line.text).length

/**
 * The ranges of a selection that can be wrapped in marks: the whole selection if it is within one block, otherwise each
 * line.
 */
function stretches(state: EditorState, range: SelectionRange): { from: number; to: number }[] {
  const first = state.doc.lineAt(range.from).number
  const last = state.doc.lineAt(range.to).number
  const lines = Array.from({ length: last - first + 1 }, (_, index) => state.doc.line(first + index))
  const isOneBlock = lines.every((line, index) => {
    const prefix = readPrefix(line.text)
    return line.text.trim() !== '' && (index === 0 || prefix.quote + prefix.list + prefix.heading === '')
  })
  const trimmed = (from: number, to: number) => {
    const text = state.sliceDoc(from, to)
    return { from: from + (text.length - text.trimStart().length), to: to - (text.length - text.trimEnd().length) }
  }
  const [start] = lines
  const parts =
    isOneBlock && start
      ? [trimmed(Math.max(range.from, afterPrefix(start)), range.to)]
      : lines.map((line) => trimmed(Math.max(range.from, afterPrefix(line)), Math.min(range.to, line.to)))
  return parts.filter(({ from, to }) => to > from)
}

function wrap(state: EditorState, range: SelectionRange, format: InlineFormat): Edit {
  const { mark } = format
  const parts = stretches(state, range)
  const changes: ChangeSpec[] = []
  let removed = 0
  for (const part of parts) {
    changes.push({ from: part.from, insert: mark }, { from: part.to, insert: mark })
    // Marks inside a range that becomes bold are removed.
    treeUpTo(state, part.to).iterate({
      from: part.from,
      to: part.to,
      enter: (node) => {
        if (node.name !== format.node || node.from < part.from || node.to > part.to) return
        for (const inner of marksOf(node.node, format.markNode)) {
          changes.push(inner)
          removed += inner.to - inner.from
        }
      },
    })
  }
  const [first] = parts
  const last = parts.at(-1)
  if (!first || !last) return { changes: [], range }
  const added = mark.length * (2 * parts.length - 1)
  return { changes, range: EditorSelection.range(first.from + mark.length, last.to + added - removed) }
}

function toggleInline(format: InlineFormat): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false
    const { mark } = format
    dispatch(
      edit(state, (range) => {
        const around = enclosing(state, range.from, range.to, [format.node])
        const marks = around ? marksOf(around, format.markNode) : []
        const close = marks.at(-1)
        // At the end of bold text, the command ends it and typing goes on behind it.
        if (range.empty && close?.from === range.head) return { changes: [], range: EditorSelection.cursor(close.to) }
        if (around) return unwrap(range, marks)
        if (!range.empty) return wrap(state, range, format)
        const word = state.wordAt(range.head)
        if (word && word.from < range.head && word.to > range.head) {
          const ends = [word.from, word.to].map((from) => ({ from, insert: mark }))
          return { changes: ends, range: EditorSelection.cursor(range.head + mark.length) }
        }
        const before = state.sliceDoc(Math.max(0, range.from - mark.length), range.from)
        const after = state.sliceDoc(range.to, range.to + mark.length)
        if (before === mark && after === mark) {
          const empty = { from: range.from - mark.length, to: range.to + mark.length }
          return { changes: [empty], range: EditorSelection.cursor(empty.from) }
        }
        const pair = { from: range.from, insert: mark + mark }
        return { changes: [pair], range: EditorSelection.cursor(range.from + mark.length) }
      }),
    )
    return true
  }
}

export const toggleBold = toggleInline(formats.bold)
export const toggleItalic = toggleInline(formats.italic)

/** The shortest run of backticks that does not occur in the text, so that code may contain backticks. */
function fence(text: string, least: number): string {
  const runs = new Set((text.match(/`+/g) ?? []).map((run) => run.length))
  let length = least
  while (runs.has(length)) length++
  return '`'.repeat(length)
}

/** Inline code within a line; a code block for several lines or an empty one. */
export const toggleCode: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false
  dispatch(
    edit(state, (range) => {
      const around = enclosing(state, range.from, range.to, ['InlineCode'])
      if (around) return unwrap(range, marksOf(around, 'CodeMark'))
      const first = state.doc.lineAt(range.from)
      const last = state.doc.lineAt(range.to)
      if (first.number !== last.number || first.text.trim() === '') {
        const text = state.sliceDoc(first.from, last.to)
        const mark = fence(text, 3)
        const changes = [
          { from: first.from, insert: `${mark}\n` },
          { from: last.to, insert: `\n${mark}` },
        ]
        const moved = mark.length + 1
        return { changes, range: EditorSelection.range(range.anchor + moved, range.head + moved) }
      }
      const target = range.empty ? (state.wordAt(range.head) ?? range) : range
      const text = state.sliceDoc(target.from, target.to)
      const mark = fence(text, 1)
      const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
      const changes = [
        { from: target.from, insert: mark + pad },
        { from: target.to, insert: pad + mark },
      ]
      const moved = mark.length + pad.length
      return { changes, range: EditorSelection.range(range.anchor + moved, range.head + moved) }
    }),
  )
  return true
}
