import { hasRightToLeft } from '../../../shared/direction.ts'
import { absoluteLink } from '../absolute-link.ts'
import { tag, type Xml, type XmlContent } from '../xml/write-xml.ts'
import { drawingXml } from './drawing.ts'
import type { Footnotes } from './footnotes.ts'
import { type Marks, noMarks, type Piece } from './pieces.ts'
import type { Media } from './media.ts'
import type { Relations } from './relations.ts'

/** What the words of a part of the document refer to. */
export interface Surroundings {
  relations: Relations
  media: Media
  footnotes: Footnotes
  /** Whether this is the text of a footnote, in which Word allows no others. */
  isNote: boolean
  /** In millimetres. */
  textWidth: number
}

/** The runs of a paragraph. */
export function writeRuns(pieces: readonly Piece[], around: Surroundings): XmlContent[] {
  return pieces.map((piece) => writePiece(piece, around))
}

function writePiece(piece: Piece, around: Surroundings, style?: string): XmlContent {
  switch (piece.kind) {
    case 'text':
      return run(piece.marks, words(piece.value), style, isRightToLeft(piece.value))
    case 'break':
      return run(piece.marks, tag('w:br'), style)
    case 'picture': {
      const { url, alt, title } = piece.image
      const found = around.media.find(url)
      // Only the words are left of a picture that is not in the document; one on the web can still be opened.
      if (found === null) return absentPicture(alt || title || url, url, around)
      const { picture, target } = found
      const relation = around.relations.part('image', target)
      const { textWidth } = around
      const id = around.media.nextId()
      return run(piece.marks, drawingXml({ id, relation, picture, alt: alt ?? '', title: title ?? '', textWidth }))
    }
    case 'footnote':
      return around.footnotes.write(piece.identifier, piece.marks, around.isNote)
    case 'link': {
      const address = absoluteLink(piece.url)
      const inside = piece.pieces.map((one) => writePiece(one, around, address === null ? undefined : 'Hyperlink'))
      if (address === null) return inside
      const tooltip = piece.title === '' ? undefined : piece.title
      return tag('w:hyperlink', { 'r:id': around.relations.link(address), 'w:tooltip': tooltip }, inside)
    }
    default:
      return piece satisfies never
  }
}

function absentPicture(text: string, url: string, around: Surroundings): XmlContent {
  const address = /^https?:/i.test(url) ? absoluteLink(url) : null
  const shown = run(noMarks, words(text), 'AbsentPicture')
  return address === null ? shown : tag('w:hyperlink', { 'r:id': around.relations.link(address) }, shown)
}

/** A run of characters with the same properties. */
export function run(marks: Marks, content: XmlContent, style?: string, isFromRight = false): Xml {
  const character = marks.has('code') ? 'VerbatimChar' : style
  const properties = [
    character === undefined ? null : tag('w:rStyle', { 'w:val': character }),
    marks.has('strong') ? [tag('w:b'), tag('w:bCs')] : null,
    marks.has('emphasis') ? [tag('w:i'), tag('w:iCs')] : null,
    marks.has('delete') ? tag('w:strike') : null,
    isFromRight ? tag('w:rtl') : null,
  ].filter((property) => property !== null)
  return tag('w:r', {}, properties.length === 0 ? null : tag('w:rPr', {}, properties), content)
}

/** Code in a link keeps both: its style is that of code, and the link is around it. */
export function words(text: string): Xml {
  return tag('w:t', { 'xml:space': 'preserve' }, text)
}

/** Word needs to know where signs without a direction belong. */
function isRightToLeft(text: string): boolean {
  return hasRightToLeft(text) && !/\p{Script=Latin}/u.test(text)
}
