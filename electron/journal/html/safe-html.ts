import type { Element, ElementContent, Root as HtmlRoot } from 'hast'
import type { Root } from 'mdast'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize from 'rehype-sanitize'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { markDirections } from '../../shared/direction.ts'
import { htmlSchema } from '../../shared/html-schema.ts'
import { type Message, message } from '../../shared/messages/message.ts'
import { afterParsing, beforeParsing } from '../../shared/open-html.ts'
import { wordsOf } from '../../shared/report/language.ts'
import { eachNode } from '../markdown/map-nodes.ts'
import { toMarkdownTree } from './markdown-tree.ts'
import { leadToWeb } from './web-links.ts'

/**
 * The ids come from our own footnotes, which already have a prefix; there are no scripts that they could interfere with.
 * Pictures from the web are named only, and the trip's have these addresses until they are inserted.
 */
const schema = htmlSchema('', ['http', 'https', 'photo', 'sha256'])
const allowed = new Set(schema.tagNames)

/** Elements that an HTML page does not show anyway, so that dropping them need not be reported. */
const unseen = new Set(['html', 'head', 'body'])

/**
 * Converts a text to HTML that cannot run or load anything.
 *
 * @param losses collects what is left out
 */
export function toSafeHtml(tree: Root, language: string, losses?: Losses): ElementContent[] {
  const words = wordsOf(language)
  const raw = hasHtml(tree)
  const toHtml = unified().use(remarkRehype, {
    allowDangerousHtml: raw,
    footnoteLabel: words.footnotes,
    footnoteBackLabel: words.backToText,
  })
  const parser = raw
    ? toHtml
        .use(() => beforeParsing)
        .use(rehypeRaw)
        .use(() => afterParsing)
    : toHtml
  const parsed: HtmlRoot[] = []
  const html = parser
    .use(() => (whole: HtmlRoot) => {
      parsed.push(whole)
    })
    .use(() => leadToWeb)
    .use(rehypeSanitize, schema)
    .runSync(tree)
  markDirections(html)
  if (raw && losses !== undefined) for (const whole of parsed) noteLosses(whole, html, losses)
  return html.children.filter((node) => node.type !== 'doctype')
}

/** What a text loses on the way to HTML. */
export interface Losses {
  /** The names of elements that are removed. */
  elements: Set<string>
  /** Words that nobody will see. */
  words: string[]
}

/** What a text would lose on the way to HTML. Only a text with HTML in it can lose anything. */
export function findLosses(tree: Root, language: string): Losses {
  const losses: Losses = { elements: new Set(), words: [] }
  if (hasHtml(tree)) toSafeHtml(tree, language, losses)
  return losses
}

/** Maximum number of lost words that a message names. */
const MAX_NAMED = 10

/** A sentence for each thing that is left out of a text, because it is HTML that could run or load something. */
export function htmlOmissions(tree: Root, language: string): Message[] {
  const { elements, words } = findLosses(tree, language)
  return [
    ...Array.from(elements, (name) => message('export.omitted.html', { element: `<${name}>` })),
    ...(words.length === 0 ? [] : [message('export.omitted.words', { count: words.length, words: nameWords(words) })]),
  ]
}

/** The tree with its raw HTML parsed the way a browser does: `<b>so</b>` becomes what `**so**` is. */
export function resolveHtml(tree: Root, language: string): Root {
  return hasHtml(tree) ? toMarkdownTree(toSafeHtml(tree, language)) : tree
}

function hasHtml(tree: Root): boolean {
  let found = false
  eachNode(tree, (node) => {
    if (node.type === 'html') found = true
  })
  return found
}

/** The first of some words, for a message. */
export function nameWords(words: readonly string[]): string {
  return words.slice(0, MAX_NAMED).join(' ').slice(0, 200)
}

function noteLosses(parsed: HtmlRoot, safe: HtmlRoot, losses: Losses): void {
  noteElements(parsed, losses.elements)
  const kept = new Map<string, number>()
  for (const word of wordsIn(safe)) kept.set(word, (kept.get(word) ?? 0) + 1)
  for (const word of wordsIn(parsed)) {
    const count = kept.get(word) ?? 0
    if (count === 0) losses.words.push(word)
    else kept.set(word, count - 1)
  }
}

function noteElements(node: HtmlRoot | Element, dropped: Set<string>): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    if (!allowed.has(child.tagName) && !unseen.has(child.tagName)) dropped.add(child.tagName)
    noteElements(child, dropped)
  }
}

function wordsIn(tree: HtmlRoot): string[] {
  const texts: string[] = []
  const collect = (node: HtmlRoot | Element): void => {
    for (const child of node.children) {
      if (child.type === 'text') texts.push(child.value)
      else if (child.type === 'element') collect(child)
    }
  }
  collect(tree)
  return texts.join(' ').match(/[\p{L}\p{N}]+/gu) ?? []
}
