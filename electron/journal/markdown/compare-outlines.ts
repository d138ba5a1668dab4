import { type Message, message } from '../../shared/messages/message.ts'
import { alignLists } from './align-lists.ts'
import type { Block, BlockKind } from './outline-block.ts'
import { plainWords } from './outline-inline.ts'

/** Maximum number of differences; nobody reads more. */
const MAX_DIFFERENCES = 100

/** Lists all differences between a text that was read back and the one that was meant. */
export function compareOutlines(meant: readonly Block[], found: readonly Block[]): Message[] {
  const differences: Message[] = []
  for (const { missing: absent, added } of alignLists(meant, found, key)) {
    const extras = new Set(added)
    for (const { lost, instead } of pairUp(absent, extras)) {
      if (instead !== undefined) differences.push(changed(lost, instead))
      else if (!isFrame(lost)) differences.push(missing(lost))
    }
    for (const block of extras) if (!isFrame(block)) differences.push(extra(block))
  }
  const count = differences.length - MAX_DIFFERENCES
  if (count <= 0) return differences
  return [...differences.slice(0, MAX_DIFFERENCES), message('export.differs.more', { count })]
}

/**
 * Finds what replaced each missing block: the same words elsewhere, or else other words of the same kind. Removes what
 * it found from `extras`.
 */
function pairUp(absent: readonly Block[], extras: Set<Block>): { lost: Block; instead: Block | undefined }[] {
  const byWords = new Map([...extras].map((block) => [wordKey(block), block]))
  const take = (block: Block | undefined): Block | undefined =>
    block !== undefined && extras.delete(block) ? block : undefined
  const same = absent.map((lost) => take(byWords.get(wordKey(lost))))
  // By kind, in reverse order. Two long texts can differ in every block, so nothing is searched for twice.
  const byKind = new Map<BlockKind, Block[]>()
  for (const block of [...extras].toReversed()) {
    const ofKind = byKind.get(block.kind)
    if (ofKind === undefined) byKind.set(block.kind, [block])
    else ofKind.push(block)
  }
  return absent.map((lost, index) => ({ lost, instead: same[index] ?? take(byKind.get(lost.kind)?.pop()) }))
}

function wordKey({ kind, text }: Block): string {
  return `${kind} ${text}`
}

/** Whether a paragraph consists only of pictures, which are compared separately. */
function isFrame(block: Block): boolean {
  return block.kind === 'paragraph' && plainWords(block.text) === ''
}

function key(block: Block): string {
  return [block.kind, block.within, block.detail, block.text].join('\u0000')
}

function changed(meant: Block, found: Block): Message {
  const { kind } = meant
  const name = nameOf(meant)
  if (kind === 'picture' && found.detail === '') {
    return message('export.differs.no-picture', { name, isNamed: name === '' ? 'other' : 'yes' })
  }
  if (meant.text !== found.text) {
    const before = plainWords(meant.text)
    const after = plainWords(found.text)
    if (before === after) return message('export.differs.emphasis', { kind, name })
    return message('export.differs.words', { kind, before: excerpt(before, after), after: excerpt(after, before) })
  }
  if (meant.detail !== found.detail) {
    if (kind === 'heading') {
      return message('export.differs.level', { name, before: meant.detail, after: found.detail })
    }
    if (kind === 'link') {
      return message('export.differs.address', { name, before: addressOf(meant), after: addressOf(found) })
    }
    return message('export.differs.detail', { kind, name, before: meant.detail, after: found.detail })
  }
  return message('export.differs.place', { kind, name, before: placeOf(meant), after: placeOf(found) })
}

function missing(block: Block): Message {
  return message('export.differs.missing', { part: partName(block) })
}

function extra(block: Block): Message {
  return message('export.differs.extra', { part: partName(block) })
}

/** How lists name a part of a text: "the heading “Keynote”", or "the rule" if it has no words. */
function partName(block: Block): Message {
  const name = nameOf(block)
  return name === '' ? message(`export.part-unnamed.${block.kind}`) : message(`export.part.${block.kind}`, { name })
}

/** Its words, or else its details; empty if it has neither. */
function nameOf({ text, detail }: Block): string {
  return excerpt(plainWords(text) || detail)
}

function addressOf({ detail }: Block): string | Message {
  return detail || message('export.nowhere')
}

function placeOf({ within }: Block): Message {
  const path = within.split('/')
  switch (path.at(-1) ?? '') {
    case 'quote':
      return message('export.place.quote')
    case 'listItem':
      return message('export.place.list', { depth: path.filter((part) => part === 'listItem').length })
    case 'table':
      return message('export.place.table')
    case 'footnote':
      return message('export.place.footnote')
    default:
      return message('export.place.text')
  }
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
