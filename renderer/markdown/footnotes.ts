import type { FootnoteDefinition, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** A footnote that the text refers to, and its number. */
export interface Footnote {
  number: number
  definition: FootnoteDefinition
}

/**
 * The footnotes of a whole post by id, in the order of their first reference. References inside footnotes come after
 * those in the text; footnotes without references are not shown.
 */
export function numberFootnotes(tree: Root): Map<string, Footnote> {
  const definitions = new Map<string, FootnoteDefinition>()
  visit(tree, 'footnoteDefinition', (definition) => {
    if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition)
  })
  const footnotes = new Map<string, Footnote>()
  if (definitions.size === 0) return footnotes

  const note = (identifier: string) => {
    const definition = definitions.get(identifier)
    if (definition && !footnotes.has(identifier)) {
      footnotes.set(identifier, { number: footnotes.size + 1, definition })
    }
  }
  visit(tree, (node) => {
    if (node.type === 'footnoteDefinition') return 'skip'
    if (node.type === 'footnoteReference') note(node.identifier)
    return true
  })
  // The map grows during this loop: footnotes that are only referenced from footnotes come last.
  for (const { definition } of footnotes.values()) {
    visit(definition, 'footnoteReference', (reference) => note(reference.identifier))
  }
  return footnotes
}
