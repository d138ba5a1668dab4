import type { PhrasingContent, Root } from 'mdast'
import { mapNodes } from './map-nodes.ts'

/**
 * Makes every line break in a paragraph one that readers see, as in the text that somebody typed. In Markdown, a single
 * line break is a space. Pictures below each other stay a row.
 */
export function keepLineBreaks(root: Root): Root {
  return mapNodes(root, (node) => {
    if (node.type !== 'paragraph') return node
    const children = broken(node.children)
    return children === node.children ? node : { ...node, children }
  })
}

/** Whether one of some nodes is nothing but the space between two pictures. */
export function isBetweenPictures(nodes: readonly PhrasingContent[], index: number): boolean {
  const [before, node, after] = [nodes[index - 1], nodes[index], nodes[index + 1]]
  return node?.type === 'text' && node.value.trim() === '' && isPicture(before) && isPicture(after)
}

const isPicture = (node: PhrasingContent | undefined) => node?.type === 'image' || node?.type === 'imageReference'

function broken(nodes: PhrasingContent[]): PhrasingContent[] {
  const lines = nodes.map((node, index) => (isBetweenPictures(nodes, index) ? [node] : brokenOne(node)))
  return lines.every((line, index) => line.length === 1 && line[0] === nodes[index]) ? nodes : lines.flat()
}

function brokenOne(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'text') return node.value.includes('\n') ? brokenText(node.value) : [node]
  if (!('children' in node)) return [node]
  const children = broken(node.children)
  return children === node.children ? [node] : [{ ...node, children }]
}

/** The lookbehind keeps the pattern from starting at each of very many spaces. */
const lineBreak = /(?<![ \t])[ \t]*\n[ \t]*/

const brokenText = (text: string): PhrasingContent[] =>
  text
    .split(lineBreak)
    .flatMap((value, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: 'break' as const }] : []),
      ...(value === '' ? [] : [{ type: 'text' as const, value }]),
    ])
