import { posix } from 'node:path'
import { eachNode } from '../markdown/map-nodes.ts'
import { parseLimited } from '../markdown/parse-limited.ts'

/**
 * The relative paths of the pictures that a Markdown text shows, with `/`. Only paths in the text's folder or below it:
 * a text from elsewhere must not make us read other places.
 */
export function namedPictures(data: Uint8Array): string[] {
  const names = new Set<string>()
  eachNode(parseLimited(new TextDecoder().decode(data)).tree, (node) => {
    const address = node.type === 'image' ? node.url : node.type === 'definition' ? node.url : null
    const name = address === null ? null : relativePath(address)
    if (name !== null) names.add(name)
  })
  return [...names]
}

function relativePath(address: string): string | null {
  if (/^([a-z][a-z0-9+.-]*:|[/\\#?])/i.test(address)) return null
  try {
    const name = posix.normalize(decodeURIComponent(address.replace(/[?#].*$/, '')))
    return name === '.' || name.startsWith('..') || /[\\\0]/.test(name) ? null : name
  } catch {
    return null
  }
}
