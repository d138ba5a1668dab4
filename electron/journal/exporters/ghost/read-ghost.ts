import type { Root } from 'mdast'
import { mapNodes } from '../../markdown/map-nodes.ts'
import { decodeText, type ReadPost } from '../exporter.ts'
import { dayOf } from '../publishing/publication.ts'
import { readHtml } from '../publishing/read-html.ts'
import { unpackContainer } from '../read-container.ts'
import { contentAddress } from '../read-page.ts'
import { ghostFileSchema } from './ghost-file.ts'

/** Reads a zip for Ghost back. Its pictures are named by their content, as `sha256:…`. */
export function readGhost(data: Uint8Array): ReadPost {
  const files = unpackContainer(data)
  const json = [...(files ?? [])].find(([path]) => path.endsWith('.json'))?.[1]
  if (files === null || json === undefined) return { tree: { type: 'root', children: [] }, meta: { title: '' } }
  const { posts, tags } = ghostFileSchema.parse(JSON.parse(decodeText(json))).db[0].data
  const [post] = posts
  return {
    tree: nameContents(readHtml(post.html), files),
    meta: {
      title: post.title,
      tags: tags.map(({ name }) => name),
      date: dayOf(post.published_at ?? ''),
      description: post.custom_excerpt ?? '',
      ...(post.locale !== null && { language: post.locale }),
    },
  }
}

function nameContents(tree: Root, files: ReadonlyMap<string, Uint8Array>): Root {
  return mapNodes(tree, (node) => {
    const data = node.type === 'image' ? files.get(node.url.replace(/^\//, '')) : undefined
    return node.type === 'image' && data !== undefined ? { ...node, url: contentAddress(data) } : node
  })
}
