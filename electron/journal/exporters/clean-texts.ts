import type { Alternative, Definition, Resource, Root, RootContent } from 'mdast'
import { mapNodes } from '../markdown/map-nodes.ts'

type Clean = (text: string) => string

/**
 * Cleans all texts of a tree, for a format that cannot contain some characters or whose readers act on them.
 *
 * @param clean must leave a clean text as it is
 */
export function cleanTexts(root: Root, clean: Clean): Root {
  return mapNodes(root, (node) => cleanNode(node, clean))
}

function cleanNode(node: RootContent, clean: Clean): RootContent {
  const cleaned = cleanFields(node, clean)
  // Nothing below a changed node is visited, so its descendants are cleaned here.
  if (cleaned === node || !('children' in cleaned)) return cleaned
  const { children } = cleanTexts({ type: 'root', children: cleaned.children }, clean)
  // Cleaning keeps the type of every node.
  return { ...cleaned, children } as RootContent
}

function cleanFields(node: RootContent, clean: Clean): RootContent {
  const onOneLine = (text: string) => clean(text).replaceAll('\n', ' ')
  const alternative = ({ alt }: Alternative) => (alt ? { alt: onOneLine(alt) } : {})
  const title = ({ title: words }: Resource | Definition) => (words ? { title: onOneLine(words) } : {})
  if (node.type === 'text' || node.type === 'code' || node.type === 'html') {
    return changed(node, { value: clean(node.value) })
  }
  if (node.type === 'inlineCode') return changed(node, { value: onOneLine(node.value) })
  if (node.type === 'imageReference') return changed(node, alternative(node))
  if (node.type === 'image') return changed(node, { url: onOneLine(node.url), ...alternative(node), ...title(node) })
  if (node.type === 'link' || node.type === 'definition') {
    return changed(node, { url: onOneLine(node.url), ...title(node) })
  }
  return node
}

/** The node itself if nothing changed, so that unchanged parts of the tree are shared. */
function changed<N extends RootContent>(node: N, fields: Partial<N>): N {
  const isSame = Object.entries(fields).every(([name, value]) => node[name as keyof N] === value)
  return isSame ? node : { ...node, ...fields }
}
