import type { Element, ElementContent, Nodes, Properties, Text } from 'hast'

export function element(tagName: string, properties: Properties, children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children }
}

export function text(value: string): Text {
  return { type: 'text', value }
}

export function isElement(node: Nodes | undefined, ...tagNames: string[]): node is Element {
  return node?.type === 'element' && tagNames.includes(node.tagName)
}

export function hasClass(node: Element, name: string): boolean {
  const classes = node.properties['className']
  return Array.isArray(classes) && classes.includes(name)
}

/** An attribute as text; empty if the element does not have it. */
export function attribute(node: Element | undefined, name: string): string {
  const value = node?.properties[name]
  return typeof value === 'string' ? value : ''
}

/** The words in an element. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

/** The first element that passes a test, in document order. */
export function findElement(node: Nodes, test: (element: Element) => boolean): Element | undefined {
  if (node.type === 'element' && test(node)) return node
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const found = findElement(child, test)
    if (found !== undefined) return found
  }
  return undefined
}
