import { assertNever } from '../../shared/result.ts'
import { alignLists } from './align-lists.ts'
import type { Block } from './outline-block.ts'
import { plainWords } from './outline-inline.ts'

/** Maximum number of sentences; more would help nobody. */
const MAX_SENTENCES = 100

/** Returns a sentence for each difference between a text that was read back and the one that was meant. */
export function compareOutlines(meant: readonly Block[], found: readonly Block[]): string[] {
  const sentences: string[] = []
  for (const { missing, added } of alignLists(meant, found, key)) {
    const extras = new Set(added)
    for (const { lost, extra } of pairUp(missing, extras)) {
      if (extra !== undefined) sentences.push(changed(lost, extra))
      else if (!isFrame(lost)) sentences.push(`Missing: ${name(lost)}.`)
    }
    for (const extra of extras) if (!isFrame(extra)) sentences.push(`Not in the post: ${name(extra)}.`)
  }
  if (sentences.length <= MAX_SENTENCES) return sentences
  return [...sentences.slice(0, MAX_SENTENCES), `And ${sentences.length - MAX_SENTENCES} differences more.`]
}

/**
 * Finds what replaced each missing block: the same words elsewhere, or else other words of the same kind. Removes what
 * it found from `extras`.
 */
function pairUp(missing: readonly Block[], extras: Set<Block>): { lost: Block; extra: Block | undefined }[] {
  const byWords = new Map([...extras].map((extra) => [wordKey(extra), extra]))
  const take = (extra: Block | undefined): Block | undefined =>
    extra !== undefined && extras.delete(extra) ? extra : undefined
  const same = missing.map((lost) => take(byWords.get(wordKey(lost))))
  return missing.map((lost, index) => {
    const ofKind = (): Block | undefined => take([...extras].find(({ kind }) => kind === lost.kind))
    return { lost, extra: same[index] ?? ofKind() }
  })
}

function wordKey({ kind, text }: Block): string {
  return `${kind} ${text}`
}

/** Whether a paragraph consists only of pictures, which have sentences of their own. */
function isFrame(block: Block): boolean {
  return block.kind === 'paragraph' && plainWords(block.text) === ''
}

function key(block: Block): string {
  return [block.kind, block.within, block.detail, block.text].join('\u0000')
}

function changed(meant: Block, found: Block): string {
  if (meant.kind === 'picture' && found.detail === '') return `${capital(name(meant))} is not in the file.`
  if (meant.text !== found.text) {
    const before = plainWords(meant.text)
    const after = plainWords(found.text)
    if (before === after) return `The emphasis differs in ${name(meant)}.`
    return `${capital(kindName(meant))} “${excerpt(before, after)}” reads “${excerpt(after, before)}” instead.`
  }
  if (meant.detail !== found.detail) {
    if (meant.kind === 'heading') {
      return `${capital(name(meant))} is at level ${found.detail} instead of ${meant.detail}.`
    }
    if (meant.kind === 'link') {
      return `${capital(name(meant))} leads to ${found.detail || 'nowhere'} instead of ${meant.detail || 'nowhere'}.`
    }
    return `${capital(name(meant))} has “${found.detail}” where the post has “${meant.detail}”.`
  }
  return `${capital(name(meant))} stands ${place(found)} instead of ${place(meant)}.`
}

function name(block: Block): string {
  const words = plainWords(block.text)
  const shown = words === '' ? block.detail : words
  return shown === '' ? kindName(block) : `${kindName(block)} “${excerpt(shown)}”`
}

function kindName(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return 'the heading'
    case 'paragraph':
      return 'the paragraph'
    case 'listItem':
      return 'the list item'
    case 'quote':
      return 'the quote'
    case 'code':
      return 'the code'
    case 'tableRow':
      return 'the table row'
    case 'rule':
      return 'the rule'
    case 'html':
      return 'the HTML'
    case 'footnote':
      return 'the footnote'
    case 'link':
      return 'the link'
    case 'picture':
      return 'the picture'
    default:
      return assertNever(block.kind)
  }
}

function place(block: Block): string {
  const path = block.within.split('/')
  const places: Record<string, string> = {
    quote: 'in a quote',
    listItem: `in a list at depth ${path.filter((part) => part === 'listItem').length}`,
    table: 'in a table',
    footnote: 'in a footnote',
  }
  return places[path.at(-1) ?? ''] ?? 'outside of lists and quotes'
}

/** The beginning of a text; if another text is given, the surroundings of the first difference. */
function excerpt(text: string, other?: string): string {
  const length = 60
  if (text.length <= length) return text
  let from = 0
  if (other !== undefined) {
    let same = 0
    while (same < text.length && text[same] === other[same]) same++
    from = Math.max(0, same - 20)
  }
  return `${from > 0 ? '…' : ''}${text.slice(from, from + length).trim()}${from + length < text.length ? '…' : ''}`
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
