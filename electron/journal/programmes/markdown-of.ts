import type { Html, Link, PhrasingContent, Root, Text } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { limitHtml } from '../html/limit-html.ts'
import { resolveHtml } from '../html/safe-html.ts'
import { limitDepth } from '../markdown/limit-depth.ts'
import { mapNodes } from '../markdown/map-nodes.ts'
import { parseMarkdown } from '../markdown/parse-markdown.ts'
import { stringifyMarkdown } from '../markdown/stringify-markdown.ts'
import { runWithin } from '../worker/run-within.ts'
import { decodeReferences } from './decode-references.ts'
import { readSimpleHtml } from './simple-html.ts'
import { htmlOfMixture } from './simple-mixture.ts'
import { writeSimpleMarkdown } from './write-simple-markdown.ts'

/** Maximum length of a text whose HTML is converted. Longer ones lose their tags only. The longest real abstract has a tenth. */
const MAX_HTML = 200_000
/** Maximum length of a text: what is longer is cut. */
const MAX_TEXT = 1024 * 1024
const MAX_LINE = 20_000
/** How long one text may take, in milliseconds. A thousand times less is normal. */
const CONVERT_MS = 500

/**
 * Converts a text of a programme to Markdown. Programmes contain plain text, Markdown and HTML, without saying which, and
 * HTML whose tags were escaped once too often. Whatever the text contains, the result holds no HTML that could run.
 */
export function markdownOf(text: string): string {
  const lines = tidyLines(text.slice(0, MAX_TEXT))
  if (!/[<&]/.test(lines)) return lines
  const source = unescapeTags(lines)
  const shape = shapeOf(source)
  if (shape === 'text') return escapeTags(decodeEntities(source))
  if (source.length > MAX_HTML) return escapeTags(decodeEntities(withoutTags(source)))
  // Measuring the time takes longer than a short conversion. Without Markdown in it, only a long one can be slow.
  const isQuick = source.length <= 20_000 && (shape === 'html' || countMarks(source) <= 500)
  const converted = isQuick ? { value: convert(source, shape) } : runWithin(CONVERT_MS, () => convert(source, shape))
  return converted === null ? escapeTags(decodeEntities(withoutTags(source))) : converted.value
}

/** A text of a programme as one line of plain text: a title, the name of a room or of a speaker. */
export function plainLineOf(text: string): string {
  const start = text.slice(0, MAX_LINE)
  const plain = /[<&]/.test(start) ? decodeAll(shapeOf(start) === 'text' ? start : withoutTags(start)) : start
  return plain.replace(controls, '').replace(/\s+/g, ' ').trim()
}

// oxlint-disable-next-line no-control-regex -- they have no meaning in a text, and terminals act on them
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** Only a text with many of these can keep a parser of Markdown busy. */
function countMarks(text: string): number {
  return text.match(/[[\]()*_~`<>&\\!]/g)?.length ?? 0
}

function tidyLines(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  return lines.replace(controls, '').trim()
}

const blockNames =
  'address|article|aside|blockquote|body|center|dd|div|dl|dt|figure|footer|h[1-6]|header|html|li|main|ol|p|pre|section|table|tbody|td|th|thead|tr|ul'
const inlineNames =
  'a|abbr|acronym|b|big|br|cite|code|del|em|font|hr|i|iframe|img|ins|kbd|mark|q|s|script|small|span|strike|strong|style|sub|sup|tt|u|var'
const blockTag = new RegExp(`</?(?:${blockNames})(?:\\s[^<>]*)?/?>`, 'i')
const anyTag = new RegExp(`</?(?:${blockNames}|${inlineNames})(?:\\s[^<>]*)?/?>`, 'i')
const allTags = new RegExp(anyTag.source, 'gi')
const comment = /<!--/
/** Code in Markdown, in which a tag is only mentioned. */
const code = /^(?:```|~~~)[^\n]*\n[\s\S]*?^(?:```|~~~)|`[^`\n]+`/gm

type Shape = 'text' | 'markdown' | 'html'

/** Plain text or Markdown without any HTML; Markdown with some; or HTML throughout. */
function shapeOf(text: string): Shape {
  const outside = text.includes('`') ? text.replace(code, '') : text
  if (!anyTag.test(outside) && !comment.test(outside)) return 'text'
  return new RegExp(`^\\s*(?:<!--|${blockTag.source})`, 'i').test(outside) || endsLikeHtml(outside)
    ? 'html'
    : 'markdown'
}

/** Whether a text that does not begin with a block ends with one, and has no paragraphs in the manner of Markdown. */
function endsLikeHtml(text: string): boolean {
  return blockTag.test(text) && !/\n[ \t]*\n/.test(text)
}

/** Undoes the escaping of a text whose tags are all escaped, once or twice. */
function unescapeTags(text: string): string {
  let read = text
  for (let times = 0; times < 2 && !anyTag.test(read); times++) {
    const decoded = read
      .replaceAll(/&(?:lt|#60|#x3c);/gi, '<')
      .replaceAll(/&(?:gt|#62|#x3e);/gi, '>')
      .replaceAll(/&(?:quot|#34|#x22);/gi, '"')
      .replaceAll(/&(?:amp|#38|#x26);/gi, '&')
    // A single tag may be what the text is about. A closing tag, or a line break, is what a converter leaves behind.
    if (shapeOf(decoded) !== 'text' && escapedHtml.test(decoded)) return decoded
    if (!decoded.includes('&')) break
    read = decoded
  }
  return text
}

const escapedHtml = new RegExp(
  `^\\s*<(?:${blockNames}|${inlineNames})[\\s/>]|</(?:p|div|li|ul|ol|h[1-6]|a)>|<br ?/?>`,
  'i',
)

/** Converts a text that is HTML, or Markdown with HTML in it. */
export function convert(text: string, shape: 'html' | 'markdown'): string {
  const html = shape === 'html' ? text : htmlOfMixture(tidyTags(text))
  const simple = html === null ? null : readSimpleHtml(html)
  return simple === null ? convertAny(text, shape) : writeSimpleMarkdown(simple).trim()
}

/** Converts a text with whatever HTML in it. Takes ten times as long as the way for simple HTML, with the same result. */
export function convertAny(text: string, shape: 'html' | 'markdown'): string {
  const read = shape === 'html' ? htmlAlone(text) : withoutLinksInLinks(parseMarkdown(tidyTags(text)))
  const resolved = resolveHtml(limitHtml(read).tree, 'en')
  return stringifyMarkdown(withoutSlots(limitDepth(resolved))).trim()
}

function htmlAlone(value: string): Root {
  const html: Html = { type: 'html', value }
  return { type: 'root', children: [html] }
}

/** Markdown makes a link of an address in the words of a link, which would leave the outer one without words. */
function withoutLinksInLinks(root: Root): Root {
  return mapNodes(root, (node) => {
    if (node.type !== 'paragraph' || !node.children.some(isLinkTag)) return node
    let isInLink = false
    const children = node.children.flatMap((child) => {
      if (isLinkTag(child)) isInLink = !child.value.startsWith('</')
      return isInLink && child.type === 'link' ? wordsOf(child) : child
    })
    return { ...node, children }
  })
}

const wordsOf = (link: Link): Text => ({ type: 'text', value: decodeReferences(toString(link)) })

const isLinkTag = (node: PhrasingContent): node is Html => node.type === 'html' && /^<\/?a[\s>]/i.test(node.value)

/**
 * An indented tag would be code in Markdown, and an address without quotation marks a link of its own. What is bold twice
 * is bold.
 */
function tidyTags(text: string): string {
  return text
    .replace(/^[ \t]+(?=<)/gm, '')
    .replace(/(<a\s+href=)(https?:[^\s"'<>`]+)>/gi, '$1"$2">')
    .replace(/<(b|strong)>\*\*([^*<>]{1,500})\*\*<\/\1>/gi, '<$1>$2</$1>')
}

/**
 * Lanyard gives links and pictures without an address a meaning of their own, which nobody meant here. Pictures on the web
 * are not shown, so they become links.
 */
function withoutSlots(root: Root): Root {
  return mapNodes(root, (node) => {
    if (node.type === 'link' && (node.url === '' || node.children.some(({ type }) => type === 'image'))) {
      const words: Text = { type: 'text', value: toString(node) || node.url }
      return node.url === '' ? words : { ...node, children: [words] }
    }
    if (node.type !== 'image') return node
    if (!/^https?:/i.test(node.url)) return node.alt ? { type: 'text', value: node.alt } : null
    return { type: 'link', url: node.url, children: [{ type: 'text', value: node.alt || node.url }] }
  })
}

function withoutTags(text: string): string {
  return text.replace(allTags, ' ')
}

/** Decodes character references, except those of `<`, which could become the beginning of a tag. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return decodeAll(text.replaceAll(/&(?=(?:lt|#0*60|#x0*3c);)/gi, '&amp;'))
}

function decodeAll(text: string): string {
  if (!text.includes('&')) return text
  return decodeReferences(text).replaceAll('\u00a0', ' ')
}

/** Lets `Vec<String>` be seen, which Markdown would take for a tag. Addresses between angle brackets stay links. */
function escapeTags(text: string): string {
  if (!text.includes('<')) return text
  const parts: string[] = []
  let last = 0
  for (const { index, 0: whole } of text.matchAll(code)) {
    parts.push(escapeOutside(text.slice(last, index)), whole)
    last = index + whole.length
  }
  return [...parts, escapeOutside(text.slice(last))].join('')
}

function escapeOutside(text: string): string {
  return text.replace(/(?<!\\)<(?=[a-z/!?])(?![a-z][\w+.-]*:[^\s<>]*>|[^\s<>@]+@[^\s<>]+>)/gi, '\\<')
}
