import type { FootnoteDefinition, Root, RootContent } from 'mdast'
import { eachNode } from '../../markdown/map-nodes.ts'
import { tag, type XmlContent } from '../xml/write-xml.ts'
import type { Marks } from './pieces.ts'
import { run, words } from './write-runs.ts'

/**
 * The footnotes of a document. Word allows one reference to each, in the text and not in another footnote. Further
 * references are cross-references, and a footnote that only another one refers to is called right after that one.
 */
export class Footnotes {
  readonly #definitions = new Map<string, FootnoteDefinition>()
  /** In the order of their numbers. */
  readonly #called: string[] = []
  /** Those with several references, which need a place to refer to. */
  readonly #crossed = new Set<string>()
  /** Those to which only other footnotes refer, by the first of these. */
  readonly #nested = new Map<string, string[]>()

  constructor(tree: Root) {
    const inText: string[] = []
    for (const block of tree.children) {
      if (block.type !== 'footnoteDefinition') inText.push(...referencesIn(block))
    }
    eachNode(tree, (node) => {
      if (node.type === 'footnoteDefinition' && !this.#definitions.has(node.identifier)) {
        this.#definitions.set(node.identifier, node)
      }
    })
    const known = new Set(inText)
    const seen = new Set<string>()
    for (const id of inText) (seen.has(id) ? this.#crossed : seen).add(id)
    // The list grows while it is processed: a nested footnote may refer to others in turn.
    const all = [...known]
    for (let index = 0; index < all.length; index++) {
      const id = all[index] ?? ''
      const definition = this.#definitions.get(id)
      for (const other of definition === undefined ? [] : referencesIn(definition)) {
        this.#crossed.add(other)
        if (known.has(other)) continue
        known.add(other)
        all.push(other)
        this.#nested.set(id, [...(this.#nested.get(id) ?? []), other])
      }
    }
  }

  /** A reference to a footnote. */
  write(id: string, marks: Marks, isNote: boolean): XmlContent {
    const known = this.#called.indexOf(id)
    if (isNote || known >= 0) return this.#crossReference(id, marks)
    return [this.#call(id, marks, 'FootnoteReference'), ...this.#nestedIn(id, marks)]
  }

  /** The footnotes in the order of their numbers, which are their ids in the document. */
  called(): { number: number; definition: FootnoteDefinition | undefined }[] {
    return this.#called.map((id, index) => ({ number: index + 1, definition: this.#definitions.get(id) }))
  }

  #nestedIn(id: string, marks: Marks): XmlContent[] {
    return (this.#nested.get(id) ?? []).flatMap((other) => [
      this.#call(other, marks, 'NestedFootnoteReference'),
      ...this.#nestedIn(other, marks),
    ])
  }

  #call(id: string, marks: Marks, style: string): XmlContent {
    const number = this.#called.push(id)
    const reference = run(marks, tag('w:footnoteReference', { 'w:id': number }), style)
    if (!this.#crossed.has(id)) return reference
    const bookmark = { 'w:id': number }
    return [
      tag('w:bookmarkStart', { ...bookmark, 'w:name': bookmarkOf(number) }),
      reference,
      tag('w:bookmarkEnd', bookmark),
    ]
  }

  #crossReference(id: string, marks: Marks): XmlContent {
    const number = this.#called.indexOf(id) + 1
    const field = ` NOTEREF ${bookmarkOf(number)} \\f \\h `
    return tag('w:fldSimple', { 'w:instr': field }, run(marks, words(String(number)), 'FootnoteReference'))
  }
}

function referencesIn(node: RootContent): string[] {
  const found: string[] = []
  eachNode(node, (part) => {
    if (part.type === 'footnoteReference') found.push(part.identifier)
  })
  return found
}

/** Names that begin like this are not in Word's list of bookmarks. */
const bookmarkOf = (number: number) => `_Footnote${number}`
