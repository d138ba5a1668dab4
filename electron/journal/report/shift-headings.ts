import type { Heading, PhrasingContent, RootContent, Text } from 'mdast'
import type { Fragment } from './read-fragment.ts'

type Depth = 1 | 2 | 3 | 4 | 5 | 6

export function headingDepth(level: number): Depth {
  const depths: readonly Depth[] = [1, 2, 3, 4, 5, 6]
  return depths[Math.max(1, Math.min(6, level)) - 1] ?? 6
}

/**
 * The blocks of a text, with its headings moved below the heading above the text. All move by the same number of
 * levels, so that their hierarchy is preserved.
 *
 * @param above the level of the heading above; 0 if only the title is above
 */
export function shiftHeadings(fragment: Fragment, above: number): RootContent[] {
  const { tree, topHeading } = fragment
  if (topHeading === null || topHeading > above) return tree.children
  const deeper = above + 1 - topHeading
  return tree.children.map((node) => (node.type === 'heading' ? shift(node, deeper) : node))
}

function shift(heading: Heading, deeper: number): Heading {
  const depth = headingDepth(heading.depth + deeper)
  // Only headings of the two highest levels can span several lines in Markdown.
  return { ...heading, depth, children: depth > 2 ? heading.children.map(joinLines) : heading.children }
}

function joinLines<T extends PhrasingContent>(node: T): T | Text {
  if (node.type === 'break') return { type: 'text', value: ' ' }
  return 'children' in node ? { ...node, children: node.children.map(joinLines) } : node
}
