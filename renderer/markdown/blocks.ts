import type { Definition, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { flattenIfDeep } from './depth.ts'
import { numberFootnotes, type Footnote } from './footnotes.ts'
import { joinOpenHtml } from './open-html.ts'

/** A part of a post that is rendered separately: how it looks depends on nothing else. */
export interface Block {
  /** Equal for blocks that look the same, and different for others. */
  content: string
  nodes: RootContent[]
  /** The index of its first node in the post. */
  from: number
  /** The definitions of the post's reference links that the block uses. */
  definitions: Definition[]
  /** The number of each footnote, by its id. */
  footnoteNumbers: ReadonlyMap<string, number>
}

export interface Blocks {
  text: Block[]
  /** The texts of the footnotes, in the order of their numbers. */
  footnotes: Block[]
}

const taken = new WeakMap<Root, Blocks>()

/**
 * Splits a post into blocks, so that a keystroke in one of a thousand paragraphs renders only that one. The result is
 * cached as long as the tree lives, because React may start rendering it several times.
 */
export function splitIntoBlocks(tree: Root): Blocks {
  const known = taken.get(tree)
  if (known) return known
  const blocks = takeApartAnew(tree)
  taken.set(tree, blocks)
  return blocks
}

function takeApartAnew(tree: Root): Blocks {
  const children = tree.children.map(flattenIfDeep)
  const places = children.flatMap(({ type }, at) => (type === 'definition' || type === 'footnoteDefinition' ? [] : at))
  const groups = joinOpenHtml(places.flatMap((at) => children[at] ?? []))
  const contents = groups.map(describe)
  const apart = describe(children.filter(({ type }) => type === 'footnoteDefinition'))
  const { definitions, footnotes } = collectTargets({ type: 'root', children }, [...contents, apart])
  const footnoteNumbers = new Map([...footnotes].map(([identifier, { number }]) => [identifier, number]))
  const targets = JSON.stringify(definitions.map(({ identifier, url, title }) => [identifier, url, title]))
  const numbers = JSON.stringify([...footnoteNumbers])

  const block = (nodes: RootContent[], content: string, from: number): Block => {
    const refers = content.includes('"linkReference"') || content.includes('"imageReference"')
    const notes = content.includes('"footnoteReference"')
    const whole = content + (refers ? targets : '') + (notes ? numbers : '')
    return { content: whole, nodes, from, definitions, footnoteNumbers }
  }
  let next = 0
  return {
    text: groups.map((nodes, index) => {
      const from = places[next] ?? 0
      next += nodes.length
      return block(nodes, contents[index] ?? '', from)
    }),
    footnotes: Array.from(footnotes.values(), ({ definition }) =>
      block(definition.children, describe(definition.children), 0),
    ),
  }
}

/** What the blocks refer to. Most posts have neither reference links nor footnotes, and are not searched for them. */
function collectTargets(root: Root, contents: readonly string[]) {
  const definitions: Definition[] = []
  const has = (type: string) => contents.some((content) => content.includes(`"${type}"`))
  if (has('linkReference') || has('imageReference')) {
    visit(root, 'definition', (definition) => void definitions.push(definition))
  }
  const footnotes: Map<string, Footnote> = has('footnoteReference') ? numberFootnotes(root) : new Map()
  return { definitions, footnotes }
}

/** The content as text, without positions, which change in every block after an edited one. */
function describe(nodes: readonly RootContent[]): string {
  // The engine's trees have no positions, and a replacer function would cost ten times as much as everything else.
  if (!nodes.some((node) => node.position)) return JSON.stringify(nodes)
  return JSON.stringify(nodes, (key, value: unknown) => (key === 'position' ? undefined : value))
}
