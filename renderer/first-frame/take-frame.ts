import { type FrameNode, isFrameAttribute, isFrameTag } from '../../electron/shared/first-frame/frame-tree.ts'

export interface FrameTaking {
  /** Whether an element, with all that is in it, is not described. */
  isLeftOut: (element: Element) => boolean
  /** The attributes of an element that are described in place of its own. */
  attributes: (element: Element) => Record<string, string>
}

/**
 * Describes what is in an element as the plain data of a first frame. Returns `null` if a first frame cannot show some
 * of it.
 */
export function takeFrame(element: Element, taking: FrameTaking): FrameNode[] | null {
  const nodes: FrameNode[] = []
  for (const child of element.childNodes) {
    if (child instanceof Text && child.data !== '') nodes.push(child.data)
    if (!(child instanceof Element) || taking.isLeftOut(child)) continue
    const tag = child.localName
    const inside = isFrameTag(tag) ? takeFrame(child, taking) : null
    if (inside === null) return null
    nodes.push([tag, { ...attributesOf(child), ...taking.attributes(child) }, inside])
  }
  return nodes
}

const attributesOf = (element: Element) =>
  Object.fromEntries(
    [...element.attributes]
      .filter(({ name, value }) => isFrameAttribute(name, value))
      .map(({ name, value }) => [name, value]),
  )
