import type { Root } from 'mdast'
import { htmlSchema } from '../../shared/html-schema.ts'
import { mapNodes } from '../markdown/map-nodes.ts'
import { normaliseUrl } from '../markdown/outline-inline.ts'

const schemes = new Set(htmlSchema('', []).protocols['href']?.map((name) => `${name}:`))

/**
 * The address of a link in a document that is passed on alone; `null` if the link leads nowhere from there, because its
 * address is relative or damaged, or if it could start a program.
 */
export function absoluteLink(url: string): string | null {
  const address = normaliseUrl(url)
  if (URL.canParse(address)) return schemes.has(new URL(address).protocol) ? address : null
  // Browsers repair some addresses, and document formats do not allow these as they are.
  const repaired = URL.canParse(url) ? new URL(url) : null
  return repaired !== null && schemes.has(repaired.protocol) ? repaired.href : null
}

/** A text with the addresses of {@link absoluteLink}. A link that leads nowhere keeps its own. */
export function withAbsoluteLinks(tree: Root): Root {
  return mapNodes(tree, (node) => {
    const url = node.type === 'link' ? absoluteLink(node.url) : null
    return node.type === 'link' && url !== null && url !== node.url ? { ...node, url } : node
  })
}
