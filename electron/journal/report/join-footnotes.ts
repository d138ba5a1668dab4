import type { FootnoteDefinition, Root, RootContent } from 'mdast'
import { eachNode, mapNodes } from '../markdown/map-nodes.ts'
import type { Fragment } from './read-fragment.ts'

/**
 * Renames footnotes so that texts can be joined. Each text has its own names, so `[^1]` occurs in many of them. A
 * footnote with the same name and content as an earlier one is merged with it.
 */
export class FootnoteNames {
  readonly #taken = new Map<string, string>()

  /** The blocks of a text with its footnotes renamed where needed. */
  join(fragment: Fragment, blocks: RootContent[]): RootContent[] {
    if (fragment.footnotes.length === 0) return blocks
    const root: Root = { type: 'root', children: blocks }
    const renamed = new Map<string, string>()
    const repeated = new Set<string>()
    for (const definition of definitionsIn(root)) {
      const { identifier } = definition
      if (renamed.has(identifier) || repeated.has(identifier)) continue
      const content = JSON.stringify(definition.children)
      const name = this.#nameFor(identifier, content)
      if (this.#taken.get(name) === content) repeated.add(identifier)
      else this.#taken.set(name, content)
      renamed.set(identifier, name)
    }
    return this.#rename(root, renamed, repeated).children
  }

  #nameFor(identifier: string, content: string): string {
    let name = identifier
    for (let number = 2; this.#taken.has(name) && this.#taken.get(name) !== content; number++) {
      name = `${identifier}-${number}`
    }
    return name
  }

  #rename(root: Root, renamed: ReadonlyMap<string, string>, repeated: ReadonlySet<string>): Root {
    return mapNodes(root, (node) => {
      if (node.type !== 'footnoteReference' && node.type !== 'footnoteDefinition') return node
      if (node.type === 'footnoteDefinition' && repeated.has(node.identifier)) return null
      const name = renamed.get(node.identifier) ?? node.identifier
      if (name === node.identifier) return node
      if (node.type === 'footnoteReference') return { ...node, identifier: name, label: name }
      // A renamed definition may refer to other footnotes of the same text.
      const inside = this.#rename({ type: 'root', children: node.children }, renamed, repeated)
      return { ...node, identifier: name, label: name, children: inside.children as FootnoteDefinition['children'] }
    })
  }
}

function definitionsIn(root: Root): FootnoteDefinition[] {
  const definitions: FootnoteDefinition[] = []
  eachNode(root, (node) => {
    if (node.type === 'footnoteDefinition') definitions.push(node)
  })
  return definitions
}
