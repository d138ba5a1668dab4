import type { ListItem, Root } from 'mdast'
import { type Message, message } from '../../../shared/messages/message.ts'
import { mapNodes } from '../../markdown/map-nodes.ts'

/** Writes the boxes of tasks as signs, for systems that have no boxes. */
export function withTaskSigns(tree: Root): { tree: Root; notes: Message[] } {
  let count = 0
  const mark = (root: Root): Root =>
    mapNodes(root, (node) => {
      if (node.type !== 'listItem' || typeof node.checked !== 'boolean') return node
      count++
      const sign = node.checked ? '☑' : '☐'
      const item: ListItem = { ...node, checked: null, children: withSign(node, sign) }
      // A task can have tasks below it.
      const inside = mark({ type: 'root', children: item.children })
      // Only items of lists were replaced, with other items.
      return { ...item, children: inside.children as ListItem['children'] }
    })
  const marked = mark(tree)
  return { tree: marked, notes: count === 0 ? [] : [message('export.note.task-signs', { count })] }
}

function withSign({ children }: ListItem, sign: string): ListItem['children'] {
  const [first, ...others] = children
  if (first?.type !== 'paragraph')
    return [{ type: 'paragraph', children: [{ type: 'text', value: sign }] }, ...children]
  return [{ ...first, children: [{ type: 'text', value: `${sign} ` }, ...first.children] }, ...others]
}
