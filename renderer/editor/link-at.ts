import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state'
import { looksLikeAddress } from '../../electron/shared/link-address.ts'
import { readPrefix } from './line-prefix.ts'
import { enclosing } from './syntax.ts'

/** A link in a text, or what is about to become one. */
export interface LinkAt {
  /** In UTF-16 units. */
  from: number
  to: number
  /** In Markdown; empty if there are none yet. */
  words: string
  /** Empty if there is none yet. */
  address: string
}

const plainAddress = (address: string) => address.replace(/^<(.*)>$/s, '$1')

/** The link at the selection, or what a link there would be made of: the selected words, or the word at the cursor. */
export function linkAt(state: EditorState): LinkAt {
  const { main } = state.selection
  const link = enclosing(state, main.from, main.to, ['Link', 'Autolink'])
  if (link !== null) {
    const { from, to } = link
    const url = link.getChild('URL')
    const address = url ? plainAddress(state.sliceDoc(url.from, url.to)) : ''
    if (link.name === 'Autolink') return { from, to, words: '', address }
    const marks = link.getChildren('LinkMark')
    const [open, close] = marks
    // A reference has its address elsewhere in the text; `[words]()` has none.
    if (open && close && marks.length >= 3) return { from, to, words: state.sliceDoc(open.to, close.from), address }
  }
  const line = state.doc.lineAt(main.from)
  const word = main.empty ? state.wordAt(main.head) : null
  const first = Math.max(word?.from ?? main.from, line.from + readPrefix(line.text).length)
  // A link stays within its line, or it might reach into another paragraph.
  const last = Math.max(first, Math.min(word?.to ?? main.to, line.to))
  const text = state.sliceDoc(first, last)
  const from = first + (text.length - text.trimStart().length)
  const words = text.trim()
  const [to, isAddress] = [from + words.length, looksLikeAddress(words)]
  return { from, to, words: isAddress ? '' : words, address: isAddress ? words : '' }
}

/** An address as it was typed, in full: `example.org` gets its scheme. `null` if it is not an address. */
export function fullAddress(typed: string): string | null {
  const address = typed.trim()
  if (address === '' || /^(?:[a-z][a-z\d+.-]*:\/\/|mailto:)\S+$/i.test(address)) return address
  if (/^[^\s@/]+@[^\s@/]+\.[a-z]{2,}$/i.test(address)) return `mailto:${address}`
  return /^(?:[\w-]+\.)+[a-z]{2,}(?:[:/?#]\S*)?$/i.test(address) ? `https://${address}` : null
}

/** The address as it stands in Markdown between the parentheses. */
function writtenAddress(address: string): string {
  const safe = address.replaceAll(/[<>\\]/g, encodeURIComponent)
  return /[()]/.test(safe) ? `<${safe}>` : safe
}

/** Writes a link in place of another one, or of the words that it is made of. The cursor goes behind it. */
export function writeLink({ from, to }: LinkAt, words: string, address: string): TransactionSpec {
  const link = `[${words === '' ? address.replaceAll(/[[\]\\]/g, String.raw`\$&`) : words}](${writtenAddress(address)})`
  return {
    changes: { from, to, insert: link },
    selection: EditorSelection.cursor(from + link.length),
    scrollIntoView: true,
    userEvent: 'input.format',
  }
}

/** Words that were typed as plain text, in Markdown. */
export const writtenWords = (typed: string): string =>
  typed
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[[\]\\*_`]/g, String.raw`\$&`)
