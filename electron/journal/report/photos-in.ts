import { eachNode } from '../markdown/map-nodes.ts'
import { parseLimited } from '../markdown/parse-limited.ts'
import { mentionedPhotos } from './mentioned-photos.ts'
import { photoIdIn } from './show-pictures.ts'

/** The ids of the trip's pictures that a text shows or defines an address for. */
export function photosIn(text: string): string[] {
  const { tree, isPlain } = parseLimited(text)
  // Nobody sees the pictures of a text that is shown as plain text, but they are not forgotten either.
  if (isPlain) return mentionedPhotos(text)
  const ids: string[] = []
  eachNode(tree, (node) => {
    const id = node.type === 'image' || node.type === 'definition' ? photoIdIn(node.url) : null
    if (id !== null) ids.push(id)
  })
  return ids
}
