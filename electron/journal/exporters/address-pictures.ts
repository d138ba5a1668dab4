import type { Root } from 'mdast'
import { mapNodes } from '../markdown/map-nodes.ts'
import { photoIdIn } from '../report/show-pictures.ts'

/**
 * Replaces the addresses `photo:ID` of the trip's pictures in a tree. A picture without a new address keeps its own.
 */
export function addressPictures(tree: Root, addressOf: (photoId: string) => string | undefined): Root {
  return mapNodes(tree, (node) => {
    if (node.type !== 'image') return node
    const id = photoIdIn(node.url)
    const url = id === null ? undefined : addressOf(id)
    return url === undefined ? node : { ...node, url }
  })
}
