import type { Root } from 'mdast'
import { runWithin } from '../worker/run-within.ts'
import { hasLongPrefix } from './container-marks.ts'
import { limitTables } from './limit-tables.ts'
import { eachNode } from './map-nodes.ts'
import { parseMarkdown, plainParagraphs } from './parse-markdown.ts'

/**
 * How long parsing one text may take, in milliseconds. A thousand times less is normal; a few thousand brackets or stars
 * can take hours.
 */
export const PARSE_MS = 1_500
/** Shorter texts of any shape are parsed in some milliseconds, so limiting the time would be most of the work. */
export const SHORT = 300

export interface LimitedParse {
  tree: Root
  /** Whether something is shown as plain text, because it is nested too deeply or too complicated. No word is missing. */
  isPlain: boolean
}

/**
 * Parses a text in limited time. A text that takes longer becomes plain paragraphs.
 *
 * @param ms `null` if the caller limits the time, for several texts together
 */
export function parseLimited(text: string, ms: number | null = PARSE_MS): LimitedParse {
  const lines = text.replace(/\r\n?/g, '\n')
  const isUnlimited = ms === null || lines.length <= SHORT
  const parse = hasLongPrefix(lines) && lines.length > SHORT ? () => null : isUnlimited ? parseWhole : within(ms)
  return parse(lines) ?? { tree: plainParagraphs(lines), isPlain: true }
}

function within(ms: number) {
  return (lines: string) => runWithin(ms, () => parseWhole(lines))?.value ?? null
}

/**
 * Maximum number of a text's nodes. A hundred pages have some thousands; a hundred thousand would keep everything that
 * follows busy for seconds, and the main process while it passes them on.
 */
const MAX_NODES = 30_000

function parseWhole(lines: string): LimitedParse | null {
  let isPlain = false
  const notePlain = () => {
    isPlain = true
  }
  const tree = limitTables(parseMarkdown(lines, notePlain), lines, notePlain)
  return hasMoreNodes(tree, MAX_NODES) ? null : { tree, isPlain }
}

function hasMoreNodes(root: Root, limit: number): boolean {
  let count = 0
  eachNode(root, () => count++)
  return count > limit
}
