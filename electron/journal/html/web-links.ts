import type { Root as HtmlRoot } from 'hast'
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { mapNodes } from '../markdown/map-nodes.ts'

/** Two slashes at the beginning of an address, in every way in which browsers let them be written. */
// oxlint-disable-next-line no-control-regex -- browsers skip these characters
const slashes = /^[\u0000-\u0020]*[/\\][\t\n\r]*[/\\]/

/**
 * An address with the name of a computer, but without a scheme, is on the web. In a page that is opened as a file, it would
 * be a network share: at a click, Windows would log in there with the name and password of its user.
 */
function webAddress(url: string): string {
  return slashes.test(url) ? url.replace(slashes, 'https://') : url
}

/** Makes the links of a page lead to the web if they name a computer and no scheme. */
export function leadToWeb(tree: HtmlRoot): void {
  visit(tree, 'element', ({ properties }) => {
    if (typeof properties['href'] === 'string') properties['href'] = webAddress(properties['href'])
  })
}

/** A text with its links as {@link leadToWeb} makes them. */
export function withWebLinks(tree: Root): Root {
  return mapNodes(tree, (node) => (node.type === 'link' ? { ...node, url: webAddress(node.url) } : node))
}
