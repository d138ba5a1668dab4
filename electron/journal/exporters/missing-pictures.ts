import type { Image, Root } from 'mdast'
import type { MissingPicture } from '../../shared/missing-pictures.ts'
import type { Post } from '../../shared/post.ts'
import { resolveHtml } from '../html/safe-html.ts'
import { eachNode, mapNodes } from '../markdown/map-nodes.ts'
import { isOnWeb, photoIdIn } from '../report/show-pictures.ts'
import type { Exporter } from './exporter.ts'

/** The post without the trip's pictures that are missing: an export must not point at missing files. */
export function withoutPictures(post: Post, missing: ReadonlySet<string>): Post {
  if (missing.size === 0) return post
  const tree = mapNodes(post.tree, (node) => {
    const id = node.type === 'image' ? photoIdIn(node.url) : null
    return id !== null && missing.has(id) ? null : node
  })
  const cover = post.meta.cover !== null && missing.has(post.meta.cover) ? null : post.meta.cover
  return { ...post, meta: { ...post.meta, cover }, tree, photos: post.photos.filter((photo) => !missing.has(photo.id)) }
}

/**
 * Finds pictures in a post that are not the trip's and that readers of an export will not see: they are on the web,
 * from which the target loads nothing, or their address leads nowhere because their files were not imported with the
 * text.
 */
export function findForeignPictures(
  { tree, meta }: Post,
  shows: Exporter['shows'],
): { missing: MissingPicture[]; addresses: Set<string> } {
  const missing: MissingPicture[] = []
  const addresses = new Set<string>()
  // Authors also write pictures as HTML, to give them a size.
  for (const image of imagesIn(resolveHtml(tree, meta.language))) {
    const isWeb = isOnWeb(image.url)
    if (photoIdIn(image.url) !== null || image.url.startsWith('data:') || (isWeb && shows.webPictures)) continue
    addresses.add(image.url)
    missing.push({ name: image.alt?.trim() || image.url, reason: isWeb ? 'on-the-web' : 'not-imported' })
  }
  return { missing, addresses }
}

function imagesIn(tree: Root): Image[] {
  const images: Image[] = []
  eachNode(tree, (node) => {
    if (node.type === 'image') images.push(node)
  })
  return images
}
