import type { Html, Root } from 'mdast'
import { limitHtml } from '../../html/limit-html.ts'
import { type Losses, resolveHtml, toSafeHtml } from '../../html/safe-html.ts'
import { limitDepth } from '../../markdown/limit-depth.ts'
import { mapNodes } from '../../markdown/map-nodes.ts'
import { stringifyMarkdown } from '../../markdown/stringify-markdown.ts'
import { convert } from '../../programmes/markdown-of.ts'
import { runWithin } from '../../worker/run-within.ts'
import type { LeftOut } from './left-out.ts'
import { type NewPlace, type Place } from './place-pictures.ts'

/** How long one text may take, in milliseconds. A hundred times less is normal. */
const CONVERT_MS = 1_000
/** Maximum length of a text that is converted in no time, whatever is in it. */
const QUICK = 20_000
/** Longer ones lose their tags only. */
const MAX_HTML = 1024 * 1024
/** Elements that the quick way does not keep, or that have to be looked at. */
const special = /<(?:img|figure|video|audio|iframe|script|style|object|embed|svg|source|input)\b/i

/**
 * Converts the HTML of a journal to Markdown in which nothing can run or load.
 *
 * @param replace what becomes of a picture
 */
export function markdownOfHtml(html: string, leftOut: LeftOut, replace: (place: Place) => NewPlace): string {
  if (!/[<&]/.test(html)) return html.trim()
  if (html.length > MAX_HTML) return withoutTags(html)
  // What editors write into every paragraph says nothing.
  const source = spacesOutside(html.replaceAll(/(<\w+) dir="auto"/gi, '$1'))
  const isSpecial = special.test(source)
  // Measuring the time takes longer than a short conversion.
  if (!isSpecial && source.length <= QUICK) return convert(source, 'html')
  const run = () => (isSpecial ? convertAny(source, leftOut, replace) : convert(source, 'html'))
  return runWithin(CONVERT_MS, run)?.value ?? withoutTags(html)
}

function convertAny(value: string, leftOut: LeftOut, replace: (place: Place) => NewPlace): string {
  const html: Html = { type: 'html', value }
  const { tree } = limitHtml({ type: 'root', children: [html] })
  const losses: Losses = { elements: new Set(), words: [] }
  toSafeHtml(tree, 'en', losses)
  for (const name of losses.elements) leftOut.media(`<${name}>`)
  leftOut.words(losses.words)
  return stringifyMarkdown(limitDepth(placed(resolveHtml(tree, 'en'), replace))).trim()
}

function placed(root: Root, replace: (place: Place) => NewPlace): Root {
  return mapNodes(root, (node) => {
    if (node.type !== 'image') return node
    const next = replace({ isPicture: true, url: node.url, alt: node.alt ?? '', caption: node.title ?? '' })
    if (next === null) return node
    return 'words' in next ? { type: 'text', value: next.words } : { ...node, url: next.address }
  })
}

/** Moves spaces at the ends of emphasized words out of them, where Markdown could only write them as references. */
function spacesOutside(html: string): string {
  if (/<(?:pre|code)\b/i.test(html)) return html
  let moved = html
  for (let times = 0; times < MAX_NESTED; times++) {
    const next = moved
      .replaceAll(/((?<!\s)\s{1,100})(<\/(?:strong|em|b|i|s|del|a)>)/gi, '$2$1')
      .replaceAll(/(<(?:strong|em|b|i|s|del)>)(\s{1,100})/gi, '$2$1')
    if (next === moved) break
    moved = next
  }
  return moved
}

/** How many kinds of emphasis are inside each other at most. */
const MAX_NESTED = 4

function withoutTags(html: string): string {
  return html
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll('<', '\\<')
    .trim()
}
