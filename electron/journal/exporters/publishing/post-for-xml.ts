import type { Post } from '../../../shared/post.ts'
import { mapNodes } from '../../markdown/map-nodes.ts'
import { removeForbidden } from './write-xml.ts'

/** A post without the control characters that XML cannot contain, and that HTML changes or drops. Nobody sees them. */
export function withoutForbidden(post: Post): Post {
  const { meta } = post
  const tree = mapNodes(post.tree, (node) => {
    if (!('value' in node)) return node
    const value = removeForbidden(node.value)
    return value === node.value ? node : { ...node, value }
  })
  return {
    ...post,
    tree,
    meta: {
      ...meta,
      title: removeForbidden(meta.title),
      authors: meta.authors.map(removeForbidden),
      tags: meta.tags.map(removeForbidden),
      categories: meta.categories.map(removeForbidden),
      description: removeForbidden(meta.description),
    },
  }
}
