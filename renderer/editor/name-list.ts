import {
  autocompletion,
  closeCompletion,
  type CompletionContext,
  completionKeymap,
  type CompletionResult,
  currentCompletions,
} from '@codemirror/autocomplete'
import { syntaxTree } from '@codemirror/language'
import { Prec } from '@codemirror/state'
import { type Command, EditorView, keymap } from '@codemirror/view'
import { foldName } from '../../electron/shared/fold-text.ts'
import { knownNames } from './unchecked-words.ts'

/** Number of letters after which names are offered. */
const FROM = 3
const MAX_SHOWN = 6

const notProse = new Set(['URL', 'InlineCode', 'CodeText', 'CodeInfo', 'HTMLTag', 'HTMLBlock', 'LinkLabel'])

/** The names that begin with what is being written, or have a word that does. Only words with a capital letter are names. */
export function completeName({ state, pos }: Pick<CompletionContext, 'state' | 'pos'>): CompletionResult | null {
  const line = state.doc.lineAt(pos)
  const typed = /\p{Lu}[\p{L}\p{M}'’-]*$/u.exec(state.sliceDoc(Math.max(line.from, pos - 60), pos))?.[0] ?? ''
  if (typed.length < FROM || notProse.has(syntaxTree(state).resolveInner(pos, -1).name)) return null
  const wanted = foldName(typed)
  const found = state.facet(knownNames).names.filter((name) => fits(foldName(name), wanted))
  // A name that is finished needs no list.
  const left = found.filter((name) => foldName(name) !== wanted).slice(0, MAX_SHOWN)
  if (left.length === 0) return null
  return { from: pos - typed.length, options: left.map((label) => ({ label })), filter: false }
}

const fits = (name: string, wanted: string) => name.split(/[\s-]/).some((word) => word.startsWith(wanted))

const look = EditorView.theme({
  '.cm-tooltip.cm-tooltip-autocomplete': {
    padding: 'var(--space-1)',
    border: 'var(--hairline)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--paper-raised)',
    color: 'var(--ink)',
    boxShadow: 'var(--shadow)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--font-chrome)',
    fontSize: 'var(--size-body)',
    lineHeight: 'var(--leading-body)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '4px var(--space-2)', borderRadius: 'var(--radius)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent-wash)',
    color: 'var(--ink)',
  },
})

/** CodeMirror's own command also takes the key while it only looks for names, so that it does not leave the text. */
const closeShownList: Command = (view) => currentCompletions(view.state).length > 0 && closeCompletion(view)

const keys = completionKeymap.map((binding) =>
  binding.run === closeCompletion ? { ...binding, run: closeShownList } : binding,
)

/** The list appears while a name is written. It takes no key until one goes into it with an arrow, except to close it. */
export const nameList = [
  autocompletion({
    override: [completeName],
    selectOnOpen: false,
    icons: false,
    interactionDelay: 0,
    defaultKeymap: false,
  }),
  Prec.highest(keymap.of(keys)),
  look,
]
