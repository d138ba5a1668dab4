import type { Root } from 'mdast'
import type { Processor } from 'unified'
import { createParser } from './dialect.ts'
import { limitDepth } from './limit-depth.ts'

/** A stretch of a text, by offsets in UTF-16 units; the end is the first place behind it. */
export interface Span {
  start: number
  end: number
}

/** A text read for being changed in place: the tree has positions, and where addresses stand is known. */
export interface PlacedMarkdown {
  root: Root
  /** Where the addresses of links and pictures stand, in the order of the text. The tree does not say. */
  destinations: Span[]
}

/**
 * Reads a text with what is needed to change single places in it and leave everything else as it was typed.
 *
 * @param text with LF line ends
 * @returns `null` for a text that is nested too deep to be read
 */
export function parseWithPlaces(text: string): PlacedMarkdown | null {
  const destinations: Span[] = []
  const parser = createParser().use(noteDestinations, destinations).freeze()
  try {
    const root = limitDepth(parser.parse(text))
    return { root, destinations: destinations.toSorted((a, b) => a.start - b.start) }
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
