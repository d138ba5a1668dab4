import { posix } from 'node:path'

/**
 * The relative paths of the pictures that a Markdown text shows, with `/`. Only paths in the text's folder or below it:
 * a text from elsewhere must not make us read other places.
 */
export async function namedPictures(data: Uint8Array): Promise<string[]> {
  const [{ parseMarkdown }, { eachNode }] = await Promise.all([
    import('../journal/markdown/parse-markdown.ts'),
    import('../journal/markdown/map-nodes.ts'),
  ])
  const names = new Set<string>()
  eachNode(parseMarkdown(new TextDecoder().decode(data)), (node) => {
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
