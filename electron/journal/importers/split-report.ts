import type { Heading, Root, RootContent } from 'mdast'
import { outline } from '../markdown/outline.ts'
import type { Span } from '../markdown/parse-with-places.ts'
import { spanOf } from './edit-source.ts'

/** A part of a report, as spans of its source. */
export interface SplitEntry {
  heading: Heading | null
  text: Span
}

export interface SplitSection {
  heading: Heading | null
  entries: SplitEntry[]
}

export interface SplitReport {
  lead: Span
  sections: SplitSection[]
  /** The level of the sections' headings. */
  level: 1 | 2 | 3
}

/**
 * Splits a report at its headings: the highest ones begin sections, those one level below begin entries, and deeper
 * ones stay in the texts. Text before the first section is the lead.
 *
 * @param from where the text begins, after a heading that is its title
 * @param source with LF line ends
 */
export function splitReport(root: Root, source: string, from: number): SplitReport {
  const headings = root.children.filter((node) => isHeading(node)).filter((node) => (spanOf(node)?.start ?? -1) >= from)
  const top = Math.min(...headings.map((heading) => heading.depth))
  const end = source.length
  // Sections can be at three levels. Headings that are one level deeper than that begin entries.
  if (headings.length === 0 || top > 4) return wholeReport(from, end)
  const level = ([1, 2, 3] as const)[Math.min(top, 3) - 1] ?? 3

  const first = headings.find((heading) => heading.depth === top)
  const cuts = headings.filter((heading) => heading.depth === level || heading.depth === level + 1)
  const relevant = first === undefined ? [] : cuts.slice(cuts.indexOf(first))
  const sections: SplitSection[] = []
  for (const [index, heading] of relevant.entries()) {
    const text = { start: endOf(heading), end: startOf(relevant[index + 1], end) }
    if (heading.depth === level) {
      const isBlank = source.slice(text.start, text.end).trim() === ''
      sections.push({ heading, entries: isBlank ? [] : [{ heading: null, text }] })
    } else {
      const section = sections.at(-1)
      if (section === undefined) sections.push({ heading: null, entries: [{ heading, text }] })
      else section.entries.push({ heading, text })
    }
  }
  return { lead: { start: from, end: startOf(first, end) }, sections, level }
}

/** The report as a single entry. */
export function wholeReport(from: number, end: number): SplitReport {
  const entry = { heading: null, text: { start: from, end } }
  return { lead: { start: from, end: from }, sections: [{ heading: null, entries: [entry] }], level: 2 }
}

/** Whether this is a heading with text; the report is not split at empty ones. */
function isHeading(node: RootContent): node is Heading {
  return node.type === 'heading' && outline({ type: 'root', children: [node] }).length > 0
}

function startOf(node: Heading | undefined, end: number): number {
  return (node && spanOf(node)?.start) ?? end
}

function endOf(node: Heading): number {
  return spanOf(node)?.end ?? 0
}
