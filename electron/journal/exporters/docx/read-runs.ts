import type { Image } from 'mdast'
import { childOf, elementsIn, firstIn, wordsIn, type XmlElement } from '../xml/read-xml.ts'
import { type Mark, type Marks, noMarks, type Piece } from './pieces.ts'

/** Addresses of links and pictures, by the ids of their relations. */
export type References = ReadonlyMap<string, string>

/** The pieces of a paragraph. */
export function readPieces(element: XmlElement, references: References): Piece[] {
  return elementsIn(element).flatMap((child) => readPiece(child, references))
}

function readPiece(element: XmlElement, references: References): Piece[] {
  switch (element.name) {
    case 'w:r':
      return readRun(element, references)
    case 'w:hyperlink': {
      const pieces = readPieces(element, references)
      const url = references.get(element.attributes['r:id'] ?? '') ?? ''
      // Words of a picture that is on the web: the picture, not a link.
      const [only] = pieces
      if (pieces.length === 1 && only?.kind === 'picture' && only.image.url === '') return pieces
      return [{ kind: 'link', url, title: element.attributes['w:tooltip'] ?? '', pieces, marks: noMarks }]
    }
    case 'w:fldSimple': {
      const [, number] = /NOTEREF _Footnote(\d+) /.exec(element.attributes['w:instr'] ?? '') ?? []
      const [inside] = elementsIn(element)
      return number === undefined ? [] : [{ kind: 'footnote', identifier: number, marks: marksOf(inside) }]
    }
    default:
      // Bookmarks, and the boxes of tasks, which are read with their items.
      return []
  }
}

function readRun(run: XmlElement, references: References): Piece[] {
  const marks = marksOf(run)
  const style = styleOf(run)
  return elementsIn(run).flatMap((part): Piece[] => {
    switch (part.name) {
      case 'w:t': {
        if (style === 'AbsentPicture') {
          return [{ kind: 'picture', image: { type: 'image', url: '', alt: wordsIn(part) }, marks }]
        }
        return wordsIn(part) === '' ? [] : [{ kind: 'text', value: wordsIn(part), marks }]
      }
      case 'w:br':
        return [{ kind: 'break', marks }]
      case 'w:drawing':
        return [{ kind: 'picture', image: readDrawing(part, references), marks }]
      case 'w:footnoteReference':
        // Word wants this one here; the text itself refers to it only in the other footnote.
        if (style === 'NestedFootnoteReference') return []
        return [{ kind: 'footnote', identifier: part.attributes['w:id'] ?? '', marks }]
      default:
        return []
    }
  })
}

function styleOf(run: XmlElement | undefined): string {
  return childOf(childOf(run, 'w:rPr'), 'w:rStyle')?.attributes['w:val'] ?? ''
}

const properties: Readonly<Record<string, Mark>> = { 'w:b': 'strong', 'w:i': 'emphasis', 'w:strike': 'delete' }

function marksOf(run: XmlElement | undefined): Marks {
  const direct = elementsIn(childOf(run, 'w:rPr')).flatMap(({ name }): Mark[] => {
    const mark = properties[name]
    return mark === undefined ? [] : [mark]
  })
  return new Set<Mark>(styleOf(run) === 'VerbatimChar' ? [...direct, 'code'] : direct)
}

function readDrawing(drawing: XmlElement, references: References): Image {
  const about = firstIn(drawing, 'wp:docPr')?.attributes ?? {}
  const id = firstIn(drawing, 'a:blip')?.attributes['r:embed'] ?? ''
  return { type: 'image', url: references.get(id) ?? '', alt: about['descr'] ?? '', title: about['title'] ?? null }
}
