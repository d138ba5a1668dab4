import type { Image, Link, RootContent } from 'mdast'
import type { Block } from './outline-block.ts'

export interface OutlineOptions {
  /**
   * Whether to spell out what plain text spells out: links as `words (address)`, pictures as `[photo: caption (file)]`.
   * Emphasis and code have no marks then.
   */
  spelled?: boolean
}

/** Reads the words of blocks, and numbers the footnotes across them. */
export interface Inline {
  readonly spells: boolean
  /** The ids of the footnotes referenced so far, in the order of their first reference. */
  readonly footnotes: string[]
  read(nodes: readonly RootContent[], within: string): { text: string; extras: Block[] }
}

/**
 * Marks around emphasised words and the like, from Unicode's private use area, so that a typed asterisk is never
 * mistaken for one. {@link plainWords} removes them.
 */
const marks = {
  emphasis: '\uE000',
  strong: '\uE001',
  delete: '\uE002',
  code: '\uE003',
  html: '\uE004',
  footnote: '\uE005',
  end: '\uE00F',
} as const
const anyMark = /[\uE000-\uE00F\uFFFC]/g
/** Stands for a picture among the words. */
const PICTURE = '\uFFFC'

/** Pictures and nothing else, which stand side by side whatever is between them. */
const onlyPictures = /^\uFFFC[\s\uFFFC]*$/

/** The gap between two spelled-out pictures, each of which has its own line. */
const sideBySide = /(\)\])[ \n]?(?=\[photo[: ])/g

/** Words without marks, for sentences about them. */
export function plainWords(text: string): string {
  return text.replace(anyMark, '').trim()
}

/** Collapses line ends, tabs and runs of spaces, which look the same to readers. No-break spaces are kept. */
export function collapse(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, ' ').trim()
}

export function createInline(options: OutlineOptions): Inline {
  const spells = options.spelled === true
  const footnotes: string[] = []
  const numbers = new Map<string, number>()

  function mark(kind: Exclude<keyof typeof marks, 'end'>, words: string): string {
    const [, before = '', inner = '', after = ''] = /^( *)(.*?)( *)$/s.exec(words) ?? []
    // A space at the edge of marked text belongs outside, because nobody sees the difference.
    return spells || inner === '' ? words : before + marks[kind] + inner + marks.end + after
  }

  function read(nodes: readonly RootContent[], within: string): { text: string; extras: Block[] } {
    const extras: Block[] = []
    const words = (children: readonly RootContent[]): string => children.map(one).join('')

    function one(node: RootContent): string {
      switch (node.type) {
        case 'text':
          return node.value.replace(/[ \t\r\n\f]+/g, ' ')
        case 'inlineCode':
          return mark('code', node.value.replace(/[ \t\r\n\f]+/g, ' '))
        case 'emphasis':
          return mark('emphasis', words(node.children))
        case 'strong':
          return mark('strong', words(node.children))
        case 'delete':
          return mark('delete', words(node.children))
        case 'html':
          return mark('html', node.value)
        case 'break':
          return '\n'
        case 'link':
          return link(node)
        case 'image':
          return picture(node)
        case 'footnoteReference':
          return mark('footnote', `[^${number(node.identifier)}]`)
        case 'blockquote':
        case 'code':
        case 'definition':
        case 'footnoteDefinition':
        case 'heading':
        case 'imageReference':
        case 'linkReference':
        case 'list':
        case 'listItem':
        case 'paragraph':
        case 'table':
        case 'tableCell':
        case 'tableRow':
        case 'thematicBreak':
        case 'yaml':
          return 'children' in node ? words(node.children) : 'value' in node ? node.value : ''
        default:
          // Node types of other dialects, which our texts never contain.
          return ''
      }
    }

    function link(node: Link): string {
      const place = extras.length
      const text = words(node.children)
      if (spells) return spellLink(text, node.url)
      const detail = [normaliseUrl(node.url), collapse(node.title ?? '')].filter(Boolean).join(' ')
      extras.splice(place, 0, { kind: 'link', text: tidy(text), detail, within })
      return text
    }

    function picture(node: Image): string {
      if (spells) return spellPicture(node)
      const detail = [normaliseUrl(node.url), collapse(node.title ?? '')].filter(Boolean).join(' ')
      extras.push({ kind: 'picture', text: collapse(node.alt ?? ''), detail, within })
      return PICTURE
    }

    const text = tidy(words(nodes))
    return { text: spells ? text.replace(sideBySide, '$1\n') : text, extras }
  }

  function number(identifier: string): number {
    const known = numbers.get(identifier)
    if (known !== undefined) return known
    const next = footnotes.push(identifier)
    numbers.set(identifier, next)
    return next
  }

  return { spells, footnotes, read }
}

/** A link in plain text. If its words are its address, it is written once. */
export function spellLink(words: string, url: string): string {
  const shown = words.trim()
  if (url === '' || shown === url || url === `mailto:${shown}` || url === `http://${shown}`) return words
  return shown === '' ? url : `${words} (${url})`
}

/** A picture in plain text. */
export function spellPicture(picture: { alt?: string | null; title?: string | null; url: string }): string {
  const caption = collapse(picture.title ?? '') || collapse(picture.alt ?? '')
  return caption === '' ? `[photo (${picture.url})]` : `[photo: ${caption} (${picture.url})]`
}

function tidy(text: string): string {
  if (onlyPictures.test(text)) return text.replace(/\s+/g, '')
  return (
    text
      .replace(/ {2,}/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      // Two adjacent pieces of emphasis look like one.
      .replace(/([\uE000-\uE004])([^\uE000-\uE00F]*)\uE00F\1/g, '$1$2')
      .trim()
  )
}

/** Normalises addresses that lead to the same place: HTML percent-encodes some characters. */
export function normaliseUrl(url: string): string {
  return url
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(/[^!#$%&'()*+,\-./:;=?@\w~]/gu, (character) =>
      /[\uD800-\uDFFF]/.test(character) && character.length === 1 ? '%EF%BF%BD' : encodeURIComponent(character),
    )
}
