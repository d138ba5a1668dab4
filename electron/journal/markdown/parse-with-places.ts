import type { Root } from 'mdast'
import type { Processor } from 'unified'
import { createParser } from './dialect.ts'
import { runWithin } from '../worker/run-within.ts'
import { hasLongPrefix } from './container-marks.ts'
import { limitDepth } from './limit-depth.ts'
import { limitTables } from './limit-tables.ts'

/** How long parsing may take, in milliseconds. Less than an import's deadline, because the text is parsed once more. */
const PARSE_MS = 1_000

/** A span of a text in UTF-16 units; the end is exclusive. */
export interface Span {
  start: number
  end: number
}

/** A text that was parsed for editing its source: the tree has positions, and the spans of addresses are known. */
export interface PlacedMarkdown {
  root: Root
  /** The spans of the addresses of links and pictures, in the order of the text. The tree does not have them. */
  destinations: Span[]
}

/**
 * Parses a text so that single places in it can be edited while everything else stays as typed.
 *
 * @param text with LF line ends
 * @returns `null` for a text that is nested too deeply or takes too long
 */
export function parseWithPlaces(text: string): PlacedMarkdown | null {
  const destinations: Span[] = []
  const parser = createParser().use(noteDestinations, destinations).freeze()
  if (hasLongPrefix(text)) return null
  try {
    const parsed = runWithin(PARSE_MS, () => limitTables(limitDepth(parser.parse(text)), text, () => {}))
    return parsed && { root: parsed.value, destinations: destinations.toSorted((a, b) => a.start - b.start) }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function noteDestinations(this: Processor, destinations: Span[]): void {
  const data = this.data()
  data.fromMarkdownExtensions ??= []
  data.fromMarkdownExtensions.push({
    enter: {
      resourceDestination(token) {
        destinations.push({ start: token.start.offset, end: token.end.offset })
      },
    },
  })
}
