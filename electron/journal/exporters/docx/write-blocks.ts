import type { BlockContent, Blockquote, Image, List, ListItem, Paragraph, RootContent, Table } from 'mdast'
import { hasRightToLeft } from '../../../shared/direction.ts'
import { languageOf } from '../../markdown/outline.ts'
import { tag, type Xml, type XmlContent } from '../xml/write-xml.ts'
import { LEVELS, type Numbering } from './numbering.ts'
import { noMarks, type Piece, toPieces } from './pieces.ts'
import { type Path, type Role, STEP, type Styles } from './styles.ts'
import { run, type Surroundings, words, writeRuns } from './write-runs.ts'

/** The properties of one paragraph. */
interface Properties {
  role: Role
  path: Path
  language?: string
  /** The list that it is an item of. */
  list?: { number: number; level: number }
  align?: string
}

/** Writes the blocks of a text as paragraphs and tables. */
export class BlockWriter {
  readonly #styles: Styles
  readonly #numbering: Numbering
  readonly #around: Surroundings

  constructor(styles: Styles, numbering: Numbering, around: Surroundings) {
    this.#styles = styles
    this.#numbering = numbering
    this.#around = around
  }

  write(nodes: readonly RootContent[], role: Role, path: Path = ''): Xml[] {
    const blocks: Xml[] = []
    let lastQuote = ''
    for (const node of nodes) {
      if (node.type === 'blockquote') {
        // A quote right below another one has another style, or both would be one.
        const letter = lastQuote === 'Q' ? 'q' : 'Q'
        const inside = this.#quote(node, path + letter, role)
        if (inside.length > 0) lastQuote = letter
        blocks.push(...inside)
        continue
      }
      const written = this.#block(node, role, path)
      if (written.length > 0) lastQuote = ''
      blocks.push(...written)
    }
    return blocks
  }

  /** A paragraph. */
  paragraph(properties: Properties, content: readonly XmlContent[], text = ''): Xml {
    const { role, path, language, list, align } = properties
    const style = this.#styles.use(role, path, language)
    const isFromRight = isFirstRightToLeft(text)
    return tag(
      'w:p',
      {},
      tag(
        'w:pPr',
        {},
        tag('w:pStyle', { 'w:val': style }),
        list === undefined
          ? null
          : tag('w:numPr', {}, tag('w:ilvl', { 'w:val': list.level }), tag('w:numId', { 'w:val': list.number })),
        isFromRight ? tag('w:bidi') : null,
        list === undefined ? null : tag('w:ind', { 'w:left': path.length * STEP, 'w:hanging': 340 }),
        align === undefined ? null : tag('w:jc', { 'w:val': align }),
      ),
      content,
    )
  }

  /** A paragraph that begins with a mark, and goes on with the words of a block if it is a paragraph. */
  opening(role: Role, mark: readonly XmlContent[], block: RootContent | undefined): Xml {
    const pieces = block?.type === 'paragraph' ? toPieces(block.children) : []
    return this.paragraph({ role, path: '' }, [...mark, ...writeRuns(pieces, this.#around)], textOf(pieces))
  }

  #quote({ children }: Blockquote, path: Path, role: Role): Xml[] {
    return this.write(children, role, path)
  }

  #block(node: RootContent, role: Role, path: Path): Xml[] {
    switch (node.type) {
      case 'heading': {
        const pieces = toPieces(node.children)
        return isEmpty(pieces) ? [] : [this.#words({ role: `Heading${node.depth}`, path }, pieces)]
      }
      case 'paragraph':
        return this.#paragraph(node, role, path)
      case 'list':
        return this.#list(node, role, path)
      case 'code': {
        const lines = node.value.split('\n').map((line, index) => [index === 0 ? null : tag('w:br'), words(line)])
        return [this.paragraph({ role: 'SourceCode', path, language: languageOf(node) }, [run(noMarks, lines)])]
      }
      case 'table':
        return this.#table(node, path)
      case 'thematicBreak':
        return [this.paragraph({ role: 'HorizontalLine', path }, [])]
      case 'blockquote':
      case 'listItem':
      case 'tableRow':
      case 'tableCell':
        return this.write(node.children, role, path)
      case 'footnoteDefinition':
      case 'definition':
      case 'html':
      case 'yaml':
        return []
      case 'text':
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'inlineCode':
      case 'break':
      case 'link':
      case 'image':
      case 'linkReference':
      case 'imageReference':
      case 'footnoteReference':
        // Only HTML has words outside of paragraphs.
        return this.#paragraph({ type: 'paragraph', children: [node] }, role, path)
      default:
        // Node types of other dialects, which our texts never contain.
        return []
    }
  }

  #paragraph(node: Paragraph, role: Role, path: Path): Xml[] {
    const figures = this.#figuresIn(node)
    if (figures !== null)
      return figures.flatMap((image, index) => this.#figure(image, index === 0 ? 'Figure' : 'NextFigure', path))
    const pieces = toPieces(node.children)
    return isEmpty(pieces) ? [] : [this.#words({ role, path }, pieces)]
  }

  #words(properties: Properties, pieces: readonly Piece[]): Xml {
    return this.paragraph(properties, writeRuns(pieces, this.#around), textOf(pieces))
  }

  /** The pictures of a paragraph that has nothing else; `null` if there is something else. */
  #figuresIn({ children }: Paragraph): Image[] | null {
    const images = children.filter((child) => child.type === 'image')
    const others = children.filter((child) => child.type !== 'image')
    const isFigure = others.every((child) => child.type === 'text' && child.value.trim() === '')
    return images.length > 0 && isFigure && images.every(({ url }) => this.#around.media.find(url) !== null)
      ? images
      : null
  }

  #figure(image: Image, role: Role, path: Path): Xml[] {
    const caption = image.title ?? ''
    const picture = this.#words({ role, path }, toPieces([{ ...image, title: null }]))
    if (caption.trim() === '') return [picture]
    return [picture, this.paragraph({ role: 'Caption', path }, [run(noMarks, words(caption))], caption)]
  }

  #list(list: List, role: Role, path: Path): Xml[] {
    const level = Math.min((path.match(/L/g) ?? []).length, LEVELS - 1)
    const isTasks = list.children.every(({ checked }) => typeof checked === 'boolean')
    const kind = list.ordered === true ? 'decimal' : isTasks ? 'task' : 'bullet'
    const number = this.#numbering.add(kind, level, list.start ?? 1)
    return list.children.flatMap((item) => this.#item(item, { number, level }, role, `${path}L`))
  }

  #item(item: ListItem, list: { number: number; level: number }, role: Role, path: Path): Xml[] {
    const [first, ...others] = item.children
    const opening = first?.type === 'paragraph' ? toPieces(first.children) : []
    const rest: readonly BlockContent[] | ListItem['children'] = first?.type === 'paragraph' ? others : item.children
    const box = typeof item.checked === 'boolean' ? [checkBox(item.checked), run(noMarks, words(' '))] : []
    const content = [...box, ...writeRuns(opening, this.#around)]
    return [this.paragraph({ role, path, list }, content, textOf(opening)), ...this.write(rest, role, path)]
  }

  #table({ children, align }: Table, path: Path): Xml[] {
    const columns = Math.max(1, ...children.map((row) => row.children.length))
    const rows = children.map((row, index) =>
      tag(
        'w:tr',
        {},
        tag('w:trPr', {}, tag('w:cantSplit'), index === 0 ? tag('w:tblHeader') : null),
        Array.from({ length: columns }, (_, column) => {
          const pieces = toPieces(row.children[column]?.children ?? [])
          const side = align?.[column]
          const properties = { role: 'TableText' as const, path, ...(side && { align: side }) }
          return tag(
            'w:tc',
            {},
            tag('w:tcPr', {}, tag('w:tcW', { 'w:w': 0, 'w:type': 'auto' })),
            this.#words(properties, pieces),
          )
        }),
      ),
    )
    const table = tag(
      'w:tbl',
      {},
      tag(
        'w:tblPr',
        {},
        tag('w:tblStyle', { 'w:val': 'PostTable' }),
        tag('w:tblW', { 'w:w': 0, 'w:type': 'auto' }),
        path === '' ? null : tag('w:tblInd', { 'w:w': path.length * STEP, 'w:type': 'dxa' }),
        tag('w:tblLook', { 'w:val': '0020', 'w:firstRow': 1, 'w:lastRow': 0, 'w:firstColumn': 0, 'w:lastColumn': 0 }),
      ),
      tag(
        'w:tblGrid',
        {},
        Array.from({ length: columns }, () => tag('w:gridCol', { 'w:w': Math.floor(9000 / columns) })),
      ),
      rows,
    )
    return [table, this.paragraph({ role: 'TableGap', path: '' }, [])]
  }
}

function boxState(name: string, code: string): Xml {
  return tag(`w14:${name}`, { 'w14:val': code, 'w14:font': 'MS Gothic' })
}

/** A box that can be ticked in Word. */
function checkBox(isChecked: boolean): Xml {
  return tag(
    'w:sdt',
    {},
    tag(
      'w:sdtPr',
      {},
      tag(
        'w14:checkbox',
        {},
        tag('w14:checked', { 'w14:val': isChecked ? 1 : 0 }),
        boxState('checkedState', '2612'),
        boxState('uncheckedState', '2610'),
      ),
    ),
    tag('w:sdtContent', {}, run(noMarks, words(isChecked ? '☒' : '☐'))),
  )
}

function isEmpty(pieces: readonly Piece[]): boolean {
  return pieces.every((piece) => piece.kind === 'text' && piece.value.trim() === '')
}

function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (piece.kind === 'text' ? piece.value : piece.kind === 'link' ? textOf(piece.pieces) : ''))
    .join('')
}

/** Whether the first letter of a text is written from right to left. */
function isFirstRightToLeft(text: string): boolean {
  if (!hasRightToLeft(text)) return false
  const [letter = ''] = /\p{L}/u.exec(text) ?? []
  return hasRightToLeft(letter)
}
