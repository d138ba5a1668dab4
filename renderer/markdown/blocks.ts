import type { Definition, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { flattenIfDeep } from './depth.ts'
import { numberFootnotes, type Footnote } from './footnotes.ts'
import { joinOpenHtml } from './open-html.ts'

/** A part of a post that is shown by itself: what it looks like depends on nothing but this. */
export interface Block {
  /** Equal for blocks that look the same, and different for those that do not. */
  content: string
  nodes: RootContent[]
  /** The targets of links that the post defines apart from the text, for the references in the block. */
  definitions: Definition[]
  /** The number of each footnote, by its identifier. */
  footnoteNumbers: ReadonlyMap<string, number>
}

export interface Blocks {
  text: Block[]
  /** The texts of the footnotes, in the order of their numbers. */
  footnotes: Block[]
}

/** Takes a post apart into blocks, so that a keystroke in one of a thousand paragraphs renders one. */
export function takeApart(tree: Root): Blocks {
  const children = tree.children.map(flattenIfDeep)
  const root: Root = { type: 'root', children }
  const footnotes = numberFootnotes(root)
  const footnoteNumbers = new Map([...footnotes].map(([identifier, { number }]) => [identifier, number]))
  const definitions: Definition[] = []
  visit(root, 'definition', (definition) => void definitions.push(definition))
  const shared = JSON.stringify(definitions.map(({ identifier, url, title }) => [identifier, url, title]))

  const block = (nodes: RootContent[]): Block => {
    const content = describe(nodes, footnotes)
    const refers = content.includes('"linkReference"') || content.includes('"imageReference"')
    return { content: refers ? content + shared : content, nodes, definitions, footnoteNumbers }
  }
  const shown = children.filter(({ type }) => type !== 'definition' && type !== 'footnoteDefinition')
  return {
    text: joinOpenHtml(shown).map(block),
    footnotes: Array.from(footnotes.values(), ({ definition }) => block(definition.children)),
  }
}

/** The content as text, without the positions, which change in every block below the one that was typed in. */
function describe(nodes: readonly RootContent[], footnotes: ReadonlyMap<string, Footnote>): string {
  return JSON.stringify(nodes, (key, value: unknown) => {
    if (key === 'position') return undefined
    if (isFootnoteReference(value)) return { ...value, number: footnotes.get(value.identifier)?.number }
    return value
  })
}

function isFootnoteReference(value: unknown): value is { type: 'footnoteReference'; identifier: string } {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'footnoteReference'
}
