import type { Heading, Root, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { outline } from '../markdown/outline.ts'
import type { Span } from '../markdown/parse-with-places.ts'
import { dayOfHeading } from './day-headings.ts'
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
  /** The level of the sections' headings; 0 if the entries' headings are at the first level. */
  level: 0 | 1 | 2 | 3
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
  const top = topLevel(headings)
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
  return joinSections({ lead: { start: from, end: startOf(first, end) }, sections, level })
}

/**
 * The level at which sections begin: that of the highest headings. A first heading that is alone on the highest level
 * is about everything below it, and stays in the lead.
 */
function topLevel(headings: readonly Heading[]): number {
  const [first, ...others] = headings.map(({ depth }) => depth)
  if (first === undefined) return Infinity
  const next = Math.min(...others)
  return first < next && others.filter((depth) => depth === next).length > 1 ? next : Math.min(first, next)
}

/**
 * Makes one section of sections that have a single text each, so that these become entries of it. Days stay sections,
 * because they are not entries.
 */
function joinSections(split: SplitReport): SplitReport {
  const { sections, lead, level } = split
  const areEntries = sections.every(
    ({ heading, entries }) =>
      heading !== null && entries.every((entry) => entry.heading === null) && dayOfHeading(toString(heading)) === null,
  )
  if (!areEntries || level === 0) return split
  const entries = sections.map(({ heading, entries: [own] }, index): SplitEntry => {
    const end = endOfSection(sections[index + 1])
    return { heading, text: own?.text ?? { start: endOf(heading), end: end ?? endOf(heading) } }
  })
  return { lead, sections: [{ heading: null, entries }], level: level === 1 ? 0 : level === 2 ? 1 : 2 }
}

function endOfSection(next: SplitSection | undefined): number | null {
  return next?.heading ? startOf(next.heading, 0) : null
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

function endOf(node: Heading | null): number {
  return (node && spanOf(node)?.end) ?? 0
}
