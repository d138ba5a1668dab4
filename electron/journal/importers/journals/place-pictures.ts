import type { Image, ImageReference, Link, Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { eachNode } from '../../markdown/map-nodes.ts'
import { parseWithPlaces } from '../../markdown/parse-with-places.ts'
import { applyEdits, destinationOf, type Edit, inlineReference, spanOf, writeResource } from '../edit-source.ts'

/** What becomes of a link or a picture: another address, words in its place, or `null` to leave it unchanged. */
export type NewPlace = { address: string } | { words: string } | null

/** A link or picture in a text. */
export interface Place {
  isPicture: boolean
  url: string
  /** What a picture shows, or the words of a link. */
  alt: string
  caption: string
}

/**
 * Gives the pictures and links of a text in Markdown other addresses, and leaves everything else as it was typed.
 *
 * @param source with LF line ends
 * @param wanted what every text has in it that holds one to change: parsing takes most of the time of an import
 */
export function placePictures(source: string, wanted: RegExp, replace: (place: Place) => NewPlace): string {
  if (!wanted.test(source)) return source
  const placed = parseWithPlaces(source)
  if (placed === null) return source
  const edits: Edit[] = []
  const definitions = new Map<string, { url: string; title: string }>()
  eachNode(placed.root, (node) => {
    if (node.type === 'definition') definitions.set(node.identifier, { url: node.url, title: node.title ?? '' })
  })
  eachNode(placed.root, (node) => {
    const edit = editOf(node)
    if (edit !== null) edits.push(edit)
  })
  // A link's span begins before that of a picture in it.
  return applyEdits(source, { start: 0, end: source.length }, edits)

  function editOf(node: Nodes): Edit | null {
    if (node.type === 'imageReference') return editOfReference(node)
    if (node.type !== 'image' && node.type !== 'link') return null
    const isPicture = node.type === 'image'
    const next = replace({
      isPicture,
      url: node.url,
      alt: isPicture ? (node.alt ?? '') : toString(node),
      caption: node.title ?? '',
    })
    if (next === null) return null
    const span = spanOf(node)
    if ('words' in next) return span === null ? null : { ...span, text: next.words }
    const destination = lastDestination(node)
    return destination === null ? null : { ...destination, text: next.address }
  }

  function editOfReference(node: ImageReference): Edit | null {
    const definition = definitions.get(node.identifier)
    if (definition === undefined) return null
    const { url, title } = definition
    const next = replace({ isPicture: true, url, alt: node.alt ?? '', caption: title })
    if (next === null || 'words' in next) return null
    return inlineReference(source, node, writeResource(next.address, title || null))
  }

  function lastDestination(node: Image | Link) {
    if (placed === null) return null
    if (node.type === 'image') return destinationOf(node, placed.destinations)
    const span = spanOf(node)
    // The last one inside, because its words may contain others.
    return span && (placed.destinations.findLast(({ start, end }) => start > span.start && end < span.end) ?? null)
  }
}
