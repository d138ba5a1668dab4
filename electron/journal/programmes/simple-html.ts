import type { Heading, Paragraph, PhrasingContent, Text } from 'mdast'
import { decodeReferences } from './decode-references.ts'

/** A block of a text that is simple all through. */
export type SimpleBlock = Paragraph | Heading | SimpleQuote | SimpleList

export interface SimpleQuote {
  type: 'blockquote'
  children: SimpleBlock[]
}

export interface SimpleList {
  type: 'list'
  isOrdered: boolean
  items: SimpleItem[]
}

export interface SimpleItem {
  /** Whether its parts stand apart. */
  isSpread: boolean
  children: SimpleBlock[]
}

/** What white space is joined with: a text, whose value is changed; the beginning of a line; or code, which is not looked into. */
type Piece = Text | 'break' | 'code'

/** Where phrases are inside others. */
interface Inside {
  isInLink: boolean
}

/** Deeper HTML is left to the parser, which counts exactly. */
const MAX_NESTING = 20

/**
 * Reads the HTML that most abstracts have: paragraphs, headings, lists, quotes, links and emphasis, with each element closed
 * where it should be. For such HTML, the result is what a parser of HTML and a converter would give, in a small part of
 * the time.
 *
 * @returns `null` if it contains anything else
 */
export function readSimpleHtml(html: string): SimpleBlock[] | null {
  if (unusual.test(html)) return null
  const tokens = tokensIn(html)
  if (tokens === null) return null
  const reader = new Reader(tokens)
  const blocks = reader.flow(0)
  return blocks !== null && reader.isAtEnd ? blocks : null
}

/** Characters that are white space in HTML and not in Markdown, and the last character, which has a meaning of its own in the converter. */
// oxlint-disable-next-line no-control-regex -- such characters are what this looks for
const unusual = /[\u0000-\u0008\u000b-\u001f\u007f\uffff]/

interface Tag {
  name: string
  isEnd: boolean
  url: string
}

type Token = string | Tag

const simpleTag = /<(\/?)([a-z][a-z0-9]*)(\s[^<>]*|\/)?>/gi

function tokensIn(html: string): Token[] | null {
  const tokens: Token[] = []
  let last = 0
  for (const { index, 0: whole, 1: slash, 2: name = '', 3: rest = '' } of html.matchAll(simpleTag)) {
    if (index > last) tokens.push(html.slice(last, index))
    last = index + whole.length
    const tag = tagOf(name.toLowerCase(), slash === '/', rest)
    if (tag === null) return null
    tokens.push(tag)
  }
  if (last < html.length) tokens.push(html.slice(last))
  return tokens.some((token) => typeof token === 'string' && token.includes('<')) ? null : tokens
}

function tagOf(name: string, isEnd: boolean, rest: string): Tag | null {
  if (rest.trim() === '' || (name === 'br' && rest.trim() === '/')) {
    return name === 'a' && !isEnd ? null : { name, isEnd, url: '' }
  }
  if (isEnd) return null
  const attributes = attributesIn(rest)
  if (attributes === null) return null
  if (name !== 'a') return attributes.size === 0 ? { name, isEnd, url: '' } : null
  const url = attributes.get('href')?.replaceAll('&amp;', '&')
  return url !== undefined && attributes.size === 1 && simpleUrl.test(url) ? { name, isEnd, url } : null
}

const simpleUrl = /^(?:https?:\/\/|mailto:|#)[\w\-.~:/?#@!$*+,;=%&()']+$/
const attribute = /\s+([a-z]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/giy

/** The attributes that mean something here; `null` if they are written in any unusual way. */
function attributesIn(rest: string): Map<string, string> | null {
  const found = new Map<string, string>()
  const names = new Set<string>()
  let end = 0
  for (const [whole, written = '', double, single, bare] of rest.matchAll(attribute)) {
    end += whole.length
    const name = written.toLowerCase()
    const value = double ?? single ?? bare ?? ''
    if (names.has(name) || /&(?!amp;[\w=%.-]*(?:&|$))/.test(value)) return null
    names.add(name)
    if (!ignored.has(name)) found.set(name, value)
  }
  return rest.slice(end).trim() === '' ? found : null
}

/** Nothing that is kept of an element depends on these. */
const ignored = new Set(['class', 'id', 'rel', 'style', 'target'])

const listNames = new Set(['ul', 'ol'])
const wrappers = new Set(['em', 'i', 'strong', 'b', 'a', 'span'])
const codeNames = new Set(['code', 'tt', 'samp', 'kbd'])
const inlineNames = new Set([...wrappers, ...codeNames, 'br'])

/** Reads tokens by recursive descent. Each method returns `null` at anything that is not simple. */
class Reader {
  readonly #tokens: readonly Token[]
  #next = 0
  /** Whether the children of the element that was read last, and theirs, stand apart. */
  #isSpread = false

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  get isAtEnd(): boolean {
    return this.#next === this.#tokens.length
  }

  /** Blocks, and words between them, up to an end tag. */
  flow(depth: number): SimpleBlock[] | null {
    if (depth > MAX_NESTING) return null
    const blocks: SimpleBlock[] = []
    let isSpread = false
    let hasBlock = false
    for (let token = this.#peek(); token !== undefined && !isEndTag(token); token = this.#peek()) {
      if (typeof token === 'string' || inlineNames.has(token.name)) {
        const children = this.#words(depth)
        if (children === null) return null
        if (children.some(saysSomething)) blocks.push({ type: 'paragraph', children })
        continue
      }
      this.#next++
      const block = this.#block(token, depth)
      if (block === null) return null
      isSpread ||= token.name === 'p' || hasBlock || this.#isSpread
      hasBlock = true
      if (block.type === 'list' && blocks.at(-1)?.type === 'list') return null
      if (block.type !== 'paragraph' || block.children.some(saysSomething)) blocks.push(block)
    }
    this.#isSpread = isSpread
    return blocks
  }

  #block({ name }: Tag, depth: number): SimpleBlock | null {
    if (name === 'p' || /^h[1-6]$/.test(name)) {
      const children = this.#words(depth)
      this.#isSpread = false
      if (children === null || !this.#closes(name)) return null
      // An empty paragraph does not part what is around it.
      if (name === 'p') return children.length === 0 ? null : { type: 'paragraph', children }
      const level = depths[Number(name[1]) - 1]
      return level === undefined || !children.some(saysSomething) ? null : { type: 'heading', depth: level, children }
    }
    if (name === 'blockquote') {
      const children = this.flow(depth + 1)
      return children === null || children.length === 0 || !this.#closes(name) ? null : { type: 'blockquote', children }
    }
    return listNames.has(name) ? this.#list(name, depth) : null
  }

  #list(name: string, depth: number): SimpleList | null {
    const items: SimpleItem[] = []
    for (let token = this.#take(); token !== undefined; token = this.#take()) {
      if (typeof token === 'string') {
        if (/[^\t\n ]/.test(token)) return null
      } else if (token.isEnd) {
        if (token.name !== name || items.length === 0) return null
        this.#isSpread = items.length > 1 || items.some(({ isSpread }) => isSpread)
        return { type: 'list', isOrdered: name === 'ol', items }
      } else {
        const item = token.name === 'li' ? this.#item(depth) : null
        if (item === null) return null
        items.push(item)
      }
    }
    return null
  }

  #item(depth: number): SimpleItem | null {
    const children = this.flow(depth + 1)
    const isSpread = this.#isSpread
    if (children === null || !this.#closes('li')) return null
    const [first, second, ...others] = children
    if (first?.type !== 'paragraph') return null
    if (!isSpread && (others.length > 0 || (second !== undefined && second.type !== 'list'))) return null
    return { isSpread, children }
  }

  /** The words of one block, with white space as a browser shows it. */
  #words(depth: number): PhrasingContent[] | null {
    const pieces: Piece[] = []
    const children = this.#phrases(depth, pieces)
    if (children === null) return null
    collapse(pieces)
    return withoutBreaksAround(joined(children))
  }

  #phrases(depth: number, pieces: Piece[], inside?: Inside): PhrasingContent[] | null {
    if (depth > MAX_NESTING) return null
    const children: PhrasingContent[] = []
    for (let token = this.#peek(); token !== undefined; token = this.#peek()) {
      if (typeof token === 'string') {
        const text: Text = { type: 'text', value: decodeReferences(token) }
        if (unusual.test(text.value)) return null
        pieces.push(text)
        children.push(text)
        this.#next++
        continue
      }
      if (token.isEnd && token.name === 'span' && inside === undefined) {
        // One without a beginning, or whose beginning is in another block, is nothing.
        this.#next++
        continue
      }
      if (token.isEnd || !inlineNames.has(token.name)) break
      this.#next++
      if (token.name === 'br') {
        pieces.push('break')
        children.push({ type: 'break' })
        continue
      }
      const nodes = codeNames.has(token.name) ? this.#code(token, pieces) : this.#wrapper(token, depth, pieces, inside)
      if (nodes === null) return null
      children.push(...nodes)
    }
    return children
  }

  // Only code without white space around it.
  #code({ name }: Tag, pieces: Piece[]): PhrasingContent[] | null {
    const words = this.#take()
    if (typeof words !== 'string' || !this.#closes(name)) return null
    const value = decodeReferences(words).replaceAll(/[\t\n ]+/g, ' ')
    if (!/^[!-_a-~](?:[ -_a-~]*[!-_a-~])?$/.test(value)) return null
    pieces.push('code')
    return [{ type: 'inlineCode', value }]
  }

  #wrapper({ name, url }: Tag, depth: number, pieces: Piece[], outside?: Inside): PhrasingContent[] | null {
    if (name === 'a' && outside?.isInLink === true) return null
    const children = this.#phrases(depth + 1, pieces, { isInLink: name === 'a' || outside?.isInLink === true })
    if (children === null || !children.some(saysSomething)) return null
    if (name === 'span' && outside === undefined && this.#endsBlock()) return children
    if (!this.#closes(name)) return null
    if (name === 'span') return children
    if (name === 'a') return [{ type: 'link', url, title: null, children }]
    return [{ type: name === 'em' || name === 'i' ? 'emphasis' : 'strong', children }]
  }

  /** A block ends what begins in it. */
  #endsBlock(): boolean {
    const token = this.#peek()
    return token !== undefined && typeof token !== 'string' && token.isEnd && !inlineNames.has(token.name)
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next]
  }

  #take(): Token | undefined {
    return this.#tokens[this.#next++]
  }

  #closes(name: string): boolean {
    const token = this.#take()
    return token !== undefined && typeof token !== 'string' && token.isEnd && token.name === name
  }
}

const depths = [1, 2, 3, 4, 5, 6] as const

const isEndTag = (token: Token) => typeof token !== 'string' && token.isEnd

function saysSomething(node: PhrasingContent): boolean {
  if (node.type === 'text') return node.value.trim() !== ''
  return 'children' in node ? node.children.some(saysSomething) : node.type !== 'break'
}

/** Each row of white space becomes one space, and none where a line begins or ends. Changes the texts. */
function collapse(pieces: readonly Piece[]): void {
  let isAfterSpace = true
  for (const [index, piece] of pieces.entries()) {
    if (typeof piece === 'string') {
      isAfterSpace = piece === 'break'
      continue
    }
    let value = piece.value.replaceAll(/[\t\n ]+/g, ' ')
    if (isAfterSpace && value.startsWith(' ')) value = value.slice(1)
    if (value.endsWith(' ') && endsLine(pieces, index + 1)) value = value.slice(0, -1)
    if (value !== '') isAfterSpace = value.endsWith(' ')
    piece.value = value
  }
}

function endsLine(pieces: readonly Piece[], start: number): boolean {
  for (let index = start; index < pieces.length; index++) {
    const piece = pieces[index]
    if (typeof piece === 'string') return piece === 'break'
    if (piece !== undefined && /[^\t\n ]/.test(piece.value)) return false
  }
  return true
}

/** Texts beside each other as one, and none that is empty. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type !== 'text') {
      if ('children' in node) node.children = joined(node.children)
      result.push(node)
    } else if (last?.type === 'text') last.value += node.value
    else if (node.value !== '') result.push(node)
  }
  return result
}

function withoutBreaksAround(nodes: PhrasingContent[]): PhrasingContent[] {
  const first = nodes.findIndex(({ type }) => type !== 'break')
  return first === -1 ? [] : nodes.slice(first, nodes.findLastIndex(({ type }) => type !== 'break') + 1)
}
