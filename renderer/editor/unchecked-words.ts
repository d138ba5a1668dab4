import { syntaxTree } from '@codemirror/language'
import { Facet, type Range } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView } from '@codemirror/view'
import { syntaxDecorations } from './syntax-decorations.ts'

/** Names that a text may use. */
export interface KnownNames {
  /** Words that are spelt as they should be, such as those of names: whole words, in lower case. */
  readonly words: ReadonlySet<string>
  /** Names that are completed as they are written. */
  readonly names: readonly string[]
}

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu

/**
 * Names for {@link knownNames}.
 *
 * @param names names that are completed
 * @param others further names, whose words are known
 */
export function namesOf(names: readonly string[], others: readonly string[]): KnownNames {
  const words = new Set<string>()
  for (const name of [...names, ...others]) {
    for (const [word] of name.matchAll(wordPattern)) words.add(word.toLowerCase())
  }
  return { words, names }
}

const nothing = namesOf([], [])

export const knownNames = Facet.define<KnownNames, KnownNames>({ combine: ([names = nothing]) => names })

const unchecked = Decoration.mark({ attributes: { spellcheck: 'false' } })

/** Parts of a text that no dictionary knows. */
const notProse = new Set(['URL', 'InlineCode', 'CodeText', 'CodeInfo', 'HTMLTag', 'HTMLBlock', 'LinkLabel'])

/** Maximum length of a part of the text in which names are looked for: more is never visible. */
const LONGEST = 20_000

function uncheckedIn(view: EditorView): DecorationSet {
  const { state } = view
  const { words: known } = state.facet(knownNames)
  const found: Range<Decoration>[] = []
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(state).iterate({
      from,
      to,
      enter: (node) => {
        if (!notProse.has(node.name) || node.from === node.to) return true
        found.push(unchecked.range(node.from, node.to))
        return false
      },
    })
    if (known.size === 0) continue
    const text = state.sliceDoc(from, Math.min(to, from + LONGEST))
    for (const { 0: word, index } of text.matchAll(wordPattern)) {
      if (known.has(word.toLowerCase())) found.push(unchecked.range(from + index, from + index + word.length))
    }
  }
  return Decoration.set(found, true)
}

/** Keeps the spelling checker away from addresses, code and the names of the trip. */
export const uncheckedWords = syntaxDecorations(uncheckedIn)
