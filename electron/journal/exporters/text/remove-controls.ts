import type { Alternative, Definition, Resource, Root, RootContent } from 'mdast'
import { removeControls } from '../../../shared/invisible-characters.ts'
import { mapNodes } from '../../markdown/map-nodes.ts'

/**
 * Takes control characters and bidi overrides out of all texts of a tree. A plain text is read in terminals and mails,
 * which act on them.
 */
export function removeControlsFrom(root: Root): Root {
  return mapNodes(root, removeFrom)
}

function removeFrom(node: RootContent): RootContent {
  const cleaned = cleanFields(node)
  // Nothing below a changed node is visited, so its descendants are cleaned here.
  if (cleaned === node || !('children' in cleaned)) return cleaned
  const { children } = removeControlsFrom({ type: 'root', children: cleaned.children })
  // Cleaning keeps the type of every node.
  return { ...cleaned, children } as RootContent
}

function cleanFields(node: RootContent): RootContent {
  if (node.type === 'text' || node.type === 'code' || node.type === 'html') {
    return changed(node, { value: removeControls(node.value) })
  }
  if (node.type === 'inlineCode') return changed(node, { value: onOneLine(node.value) })
  if (node.type === 'imageReference') return changed(node, alternative(node))
  if (node.type === 'image') return changed(node, { url: onOneLine(node.url), ...alternative(node), ...title(node) })
  if (node.type === 'link' || node.type === 'definition') {
    return changed(node, { url: onOneLine(node.url), ...title(node) })
  }
  return node
}

const alternative = ({ alt }: Alternative) => (alt ? { alt: onOneLine(alt) } : {})
const title = ({ title: words }: Resource | Definition) => (words ? { title: onOneLine(words) } : {})

/** The node itself if nothing changed, so that unchanged parts of the tree are shared. */
function changed<N extends RootContent>(node: N, fields: Partial<N>): N {
  const isSame = Object.entries(fields).every(([name, value]) => node[name as keyof N] === value)
  return isSame ? node : { ...node, ...fields }
}

const onOneLine = (text: string) => removeControls(text).replaceAll('\n', ' ')
