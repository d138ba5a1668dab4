import type { Root, RootContent } from 'hast'

/** A tree with raw HTML, prepared for its parser: as the very first element, `<col>` would swallow all words. */
export function beforeParsing(tree: Root): Root {
  return { type: 'root', children: [{ type: 'element', tagName: 'div', properties: {}, children: inside(tree) }] }
}

/** The parsed tree without that preparation. The content of templates, which nobody would see, takes their place. */
export function afterParsing(tree: Root): Root {
  const children = tree.children.flatMap((node) =>
    node.type === 'element' && node.tagName === 'div' && node === tree.children[0] ? node.children : [node],
  )
  return { ...tree, children: children.flatMap(openTemplates) }
}

function inside({ children }: Root) {
  return children.filter((node) => node.type !== 'doctype')
}

function openTemplates<T extends RootContent>(node: T): (T | RootContent)[] {
  if (node.type !== 'element') return [node]
  if (node.content !== undefined) return [...node.content.children, ...node.children].flatMap(openTemplates)
  return [{ ...node, children: node.children.flatMap(openTemplates) }]
}
