import type { PhrasingContent, Root, RootContent } from 'mdast'
import { countWords } from '../../shared/words.ts'
import { isAttribution, separateAttribution } from '../../shared/quote-attribution.ts'
import { keepLineBreaks } from '../markdown/keep-line-breaks.ts'
import { eachNode, mapNodes } from '../markdown/map-nodes.ts'
import { limitHtml } from '../html/limit-html.ts'
import { findLosses } from '../html/safe-html.ts'
import { PARSE_MS, parseLimited } from '../markdown/parse-limited.ts'
import { resolveReferences } from '../markdown/resolve-references.ts'
import { runWithin } from '../worker/run-within.ts'

/** One text of a trip, parsed. It is cached and shared, so it must not be changed. */
export interface Fragment {
  tree: Root
  /** The level of its highest heading; `null` if there is no heading. Headings inside quotes and lists do not count. */
  topHeading: number | null
  /** The ids of the footnotes that it defines. */
  footnotes: readonly string[]
  /** Whether a heading is more than one level below the heading before it. */
  skipsLevel: boolean
  hasPictures: boolean
  words: number
  /** Whether something in it is shown as plain text, because it is nested too deeply or too complicated. */
  isPlain: boolean
  /** The number of quotes without content. They are not in the tree. */
  emptyQuotes: number
  /** Words inside HTML that readers will not see, such as the code of a script. */
  lostWords: readonly string[]
}

/** Size of the cache, in UTF-16 units: parsing dominates composing, and a trip with a thousand entries fits. */
const KEPT = 8 * 1024 * 1024
const kept = new Map<string, Fragment>()
let keptLength = 0

/**
 * Parses a text of a trip, or returns it from the cache. The preview composes the post after each save, when all texts
 * but one are unchanged.
 *
 * @param ms how long parsing may take before the text becomes plain paragraphs
 */
export function readFragment(text: string, ms = PARSE_MS): Fragment {
  const known = kept.get(text)
  if (known !== undefined) {
    kept.delete(text)
    kept.set(text, known)
    return known
  }
  const fragment = read(text, ms)
  keep(text, fragment)
  return fragment
}

/**
 * Parses texts into the cache under one limit of time, as limiting each costs as much as parsing a short one. Those that
 * are not read when the time is over are left out.
 */
export function readTogether(texts: readonly string[], ms: number): void {
  const fragments: Fragment[] = []
  runWithin(ms, () => {
    for (const text of texts.slice(fragments.length)) fragments.push(read(text, null))
  })
  // The cache itself is changed where nothing interrupts it.
  for (const [index, fragment] of fragments.entries()) keep(texts[index] ?? '', fragment)
}

/** Whether a text is cached, so that reading it costs nothing. */
export function isRead(text: string): boolean {
  return kept.has(text)
}

function keep(text: string, fragment: Fragment): void {
  if (text.length > KEPT / 2 || kept.has(text)) return
  kept.set(text, fragment)
  keptLength += text.length
  for (const oldest of kept.keys()) {
    if (keptLength <= KEPT) break
    kept.delete(oldest)
    keptLength -= oldest.length
  }
}

/** Time for finding out what HTML loses, in milliseconds. The export finds it out once more, and with more time. */
const LOSSES_MS = 500

function read(text: string, ms: number | null): Fragment {
  const parsed = parseLimited(text, ms)
  const html = limitHtml(resolveReferences(keepLineBreaks(parsed.tree)))
  const { tree, emptyQuotes } = withoutEmptyQuotes(html.tree)
  const depths = tree.children.flatMap((node) => (node.type === 'heading' ? [node.depth] : []))
  const footnotes: string[] = []
  let [hasPictures, hasHtml] = [false, false]
  eachNode(tree, (node) => {
    if (node.type === 'footnoteDefinition') footnotes.push(node.identifier)
    if (node.type === 'image') hasPictures = true
    if (node.type === 'html') hasHtml = true
  })
  return {
    tree,
    topHeading: depths.length === 0 ? null : Math.min(...depths),
    skipsLevel: depths.some((depth, index) => depth > (depths[index - 1] ?? depth) + 1),
    footnotes,
    hasPictures,
    words: countWords(wordsIn(tree)),
    isPlain: parsed.isPlain || html.isPlain,
    emptyQuotes,
    lostWords: hasHtml ? (runWithin(LOSSES_MS, () => findLosses(tree, 'en').words)?.value ?? []) : [],
  }
}

/**
 * A text without its empty quotes, which are what is left of a quote that was begun and never written, even if they name
 * a speaker. In the others, the speaker has a paragraph of its own.
 */
function withoutEmptyQuotes(tree: Root): { tree: Root; emptyQuotes: number } {
  let emptyQuotes = 0
  const without = mapNodes(tree, (node) => {
    if (node.type !== 'blockquote') return node
    const quote = separateAttribution(node)
    if (quote.children.some((child) => hasContent(child) && !(child.type === 'paragraph' && isAttribution(child)))) {
      return quote
    }
    emptyQuotes++
    return null
  })
  return { tree: without, emptyQuotes }
}

function hasContent(node: RootContent): boolean {
  if ('children' in node) return node.children.some(hasContent)
  return node.type !== 'break' && (node.type !== 'text' || node.value.trim() !== '')
}

/** The words that readers see in a text, without addresses, alternative texts and markup. */
export function wordsIn(tree: Root | RootContent): string {
  const words: string[] = []
  eachNode(tree, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') words.push(node.value)
    // Parts of one line belong together, as in **Py**thon, and lines do not.
    else if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'break') words.push('\n')
    else if (node.type === 'tableCell' || (node.type === 'html' && /^<br\b/i.test(node.value))) words.push('\n')
  })
  return words.join('')
}

/**
 * Parses a heading that the user wrote: one line with emphasis, links and code. `1. Jay Miller Keynote` is not a list,
 * and `C #` keeps its number sign.
 */
export function readHeading(text: string): PhrasingContent[] {
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ').trim()
  if (line === '') return []
  // Number signs at the end of a heading would be taken for its closing sequence.
  const [node, ...others] = readFragment(`# ${line.replace(/(^|[ \t])(#+)$/, '$1\\$2')}`).tree.children
  if (node?.type === 'heading' && others.length === 0 && node.children.length > 0) return node.children
  return [{ type: 'text', value: line }]
}
