import type { ElementContent } from 'hast'
import type { Root } from 'mdast'
import type { Post } from '../../../shared/post.ts'
import { setFigures } from '../../html/figures.ts'
import { resolveHtml, toSafeHtml } from '../../html/safe-html.ts'
import { withWebLinks } from '../../html/web-links.ts'
import { mapNodes } from '../../markdown/map-nodes.ts'
import { isOnWeb, photoIdIn } from '../../report/show-pictures.ts'
import { addressPictures } from '../address-pictures.ts'
import type { Pictures } from '../exporter.ts'
import { contentAddress } from '../read-page.ts'

/**
 * A post as HTML for a blog, which shows pictures from the web, too.
 *
 * @param addresses those of the trip's pictures, by photo id
 */
export function blogHtml({ tree, meta }: Pick<Post, 'tree' | 'meta'>, addresses: Addresses): ElementContent[] {
  return setFigures(toSafeHtml(tree, meta.language), (url) => {
    const id = photoIdIn(url)
    if (id !== null) return addresses.get(id) ?? null
    return isOnWeb(url) ? url : null
  })
}

/** The tree that reading the HTML gives: raw HTML is resolved, and only the words remain of a picture without an address. */
export function blogTree({ tree, meta }: Pick<Post, 'tree' | 'meta'>, addresses: Addresses): Root {
  const shown = new Set(addresses.values())
  const resolved = resolveHtml(
    addressPictures(tree, (id) => addresses.get(id)),
    meta.language,
  )
  return mapNodes(withWebLinks(resolved), (node) =>
    node.type !== 'image' || shown.has(node.url) || isOnWeb(node.url)
      ? node
      : { type: 'image', url: '', alt: node.alt || node.title || node.url },
  )
}

/** The addresses of the trip's pictures, by photo id. */
export type Addresses = ReadonlyMap<string, string>

/** Pictures that are inside a file, where they have no other name than their content. */
export function hashesOf(pictures: Pictures): Addresses {
  return new Map([...pictures].map(([id, { data }]) => [id, contentAddress(data)]))
}
