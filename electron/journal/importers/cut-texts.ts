import type {
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Image,
  ImageReference,
  LinkReference,
  Nodes,
} from 'mdast'
import { eachNode } from '../markdown/map-nodes.ts'
import type { PlacedMarkdown, Span } from '../markdown/parse-with-places.ts'
import {
  applyEdits,
  destinationOf,
  type Edit,
  inlineReference,
  joinLines,
  spanOf,
  writeResource,
} from './edit-source.ts'

/** Cuts spans of a report into texts that stand on their own. */
export interface Cutter {
  /** Returns the text of a span as it was typed, except for what would no longer be valid on its own. */
  cut(span: Span): string
  /** Whether every span can stand on its own. */
  readonly isWhole: boolean
}

/**
 * Prepares a report for being cut: references whose address is defined in another span become inline links, footnotes
 * move to where they are referenced, pictures of the trip get their new addresses, and the lines of a paragraph become
 * one. Everything else stays as typed.
 *
 * @param headings spans that become headings, which cannot contain a footnote's text
 * @param pictureAddress the new address of a picture; `null` to leave it unchanged
 */
export function prepareCuts(
  { root, destinations }: PlacedMarkdown,
  source: string,
  stretches: readonly Span[],
  headings: readonly Span[],
  pictureAddress: (url: string) => string | null,
): Cutter {
  /** By position, because a footnote that is referenced from several spans is visited several times. */
  const edits = new Map<number, Edit>()
  const places = [...stretches, ...headings].toSorted((a, b) => a.start - b.start)
  const placeOf = (node: Nodes): Span | undefined => {
    const span = spanOf(node)
    return span === null ? undefined : findPlace(places, span.start)
  }

  const definitions = new Map<string, Definition>()
  const footnotes = new Map<string, FootnoteDefinition>()
  eachNode(root, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier)) footnotes.set(node.identifier, node)
  })

  const inPlace = new Set<Nodes>()
  const elsewhere = new Set<Nodes>()
  const borrowed = new Map<Span, Set<FootnoteDefinition>>()
  let isWhole = true

  function resolve(node: LinkReference | ImageReference, place: Span | undefined): void {
    const definition = definitions.get(node.identifier)
    if (definition === undefined) return
    const picture = node.type === 'imageReference' ? pictureAddress(definition.url) : null
    if (picture === null && place === placeOf(definition)) {
      inPlace.add(definition)
      return
    }
    const edit = inlineReference(source, node, writeResource(picture ?? definition.url, definition.title ?? null))
    if (edit === null) isWhole = false
    else edits.set(edit.start, edit)
    elsewhere.add(definition)
  }

  function showPicture(node: Image): void {
    const address = pictureAddress(node.url)
    if (address === null) return
    const destination = destinationOf(node, destinations)
    if (destination === null) isWhole = false
    else edits.set(destination.start, { ...destination, text: address })
  }

  function callFootnote(node: FootnoteReference, place: Span | undefined): void {
    const definition = footnotes.get(node.identifier)
    if (definition === undefined || place === undefined) return
    if (headings.includes(place)) isWhole = false
    if (placeOf(definition) === place) {
      inPlace.add(definition)
      return
    }
    const notes = borrowed.get(place) ?? new Set()
    borrowed.set(place, notes)
    elsewhere.add(definition)
    if (notes.has(definition)) return
    notes.add(definition)
    // Definitions that the footnote uses have to move along.
    for (const child of definition.children) read(child, place)
  }

  /** @param place where the node will be, which differs from where it is now if it is in a footnote */
  function read(node: Nodes, place: Span | undefined): void {
    if (node.type === 'linkReference' || node.type === 'imageReference') resolve(node, place)
    else if (node.type === 'image') showPicture(node)
    else if (node.type === 'footnoteReference') callFootnote(node, place)
    else if (node.type === 'paragraph') for (const edit of joinLines(source, node)) edits.set(edit.start, edit)
    if ('children' in node) for (const child of node.children) read(child, place)
  }

  for (const node of root.children) if (node.type !== 'footnoteDefinition') read(node, placeOf(node))
  // Footnotes that stay are visited in place: whatever they need stays with them.
  for (const node of footnotes.values()) if (inPlace.has(node) || !elsewhere.has(node)) read(node, placeOf(node))

  const removals: Edit[] = []
  for (const node of root.children) {
    const span = elsewhere.has(node) && !inPlace.has(node) ? spanOf(node) : null
    if (span !== null) removals.push({ ...span, text: '' })
  }

  return {
    get isWhole() {
      return isWhole
    },
    cut(span) {
      const place = places.find((candidate) => candidate.start === span.start && candidate.end === span.end)
      const notes = [...((place && borrowed.get(place)) ?? [])].map((definition) => {
        const own = spanOf(definition)
        return own === null ? '' : applyEdits(source, own, [...edits.values()])
      })
      return [trimText(applyEdits(source, span, [...edits.values(), ...removals])), ...notes]
        .filter(Boolean)
        .join('\n\n')
    },
  }
}

/** Binary search: a long report has thousands of spans. */
function findPlace(places: readonly Span[], offset: number): Span | undefined {
  let low = 0
  let high = places.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const place = places[middle]
    if (place === undefined) return undefined
    if (offset < place.start) high = middle - 1
    else if (offset >= place.end) low = middle + 1
    else return place
  }
  return undefined
}

/** Removes surrounding empty lines and trailing spaces. Leading spaces can be significant; trailing ones cannot. */
function trimText(text: string): string {
  // A regular expression would start again at each of the spaces inside.
  let end = text.length
  while (end > 0 && ' \t\n'.includes(text.charAt(end - 1))) end--
  return text.slice(0, end).replace(/^(?:[ \t]*\n)+/, '')
}
