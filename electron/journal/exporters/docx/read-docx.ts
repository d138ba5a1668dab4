import type { BlockContent, Blockquote, List, ListItem, PhrasingContent, Root, RootContent, Table } from 'mdast'
import type { ReadPost, TextFiles } from '../exporter.ts'
import { contentAddress } from '../read-page.ts'
import { childOf, elementsIn, readXml, wordsIn, type XmlElement } from '../xml/read-xml.ts'
import { splitValues } from './package-parts.ts'
import { fromPieces } from './pieces.ts'
import { readPieces, type References } from './read-runs.ts'
import { type ParagraphStyle, parseStyleId } from './styles.ts'

/** Reads a document through its own parts, as a word processor does. */
export function readDocx(parts: TextFiles): ReadPost {
  const at = (path: string): XmlElement | undefined => {
    const data = parts.get(path)
    return data && readXml(data)
  }
  const lists = readLists(at('word/numbering.xml'))
  const read = (part: string, elements: readonly XmlElement[]) =>
    readBlocks(elements, lists, referencesOf(at(`word/_rels/${part}.xml.rels`), parts))
  const body = childOf(at('word/document.xml'), 'w:body')
  const notes = elementsIn(at('word/footnotes.xml')).filter(({ attributes }) => attributes['w:type'] === undefined)
  const definitions = notes.map((note): RootContent => {
    const identifier = note.attributes['w:id'] ?? ''
    // The blocks of a footnote are those of any text.
    const children = read('footnotes', elementsIn(note)) as BlockContent[]
    return { type: 'footnoteDefinition', identifier, label: identifier, children }
  })
  const root: Root = { type: 'root', children: [...read('document', elementsIn(body)), ...definitions] }
  return { tree: root, meta: readMeta(at('docProps/core.xml')) }
}

function readMeta(core: XmlElement | undefined): ReadPost['meta'] {
  const value = (name: string) => wordsIn(childOf(core, name))
  return {
    title: value('dc:title'),
    authors: splitValues(value('dc:creator')),
    tags: splitValues(value('cp:keywords')),
    language: value('dc:language'),
    date: value('dcterms:created').slice(0, 10) || null,
  }
}

/** What a part refers to: links by their addresses, and pictures by the hash of their content. */
function referencesOf(relations: XmlElement | undefined, parts: TextFiles): References {
  return new Map(
    elementsIn(relations).map(({ attributes }) => {
      const target = attributes['Target'] ?? ''
      const picture = attributes['TargetMode'] === 'External' ? undefined : parts.get(`word/${target}`)
      return [attributes['Id'] ?? '', picture === undefined ? target : contentAddress(picture)]
    }),
  )
}

interface FoundList {
  isOrdered: boolean
  start: number
}

function readLists(numbering: XmlElement | undefined): ReadonlyMap<string, FoundList> {
  const formats = new Map<string, string>()
  const lists = new Map<string, FoundList>()
  for (const element of elementsIn(numbering)) {
    if (element.name === 'w:abstractNum') {
      const format = valueOf(childOf(childOf(element, 'w:lvl'), 'w:numFmt'))
      formats.set(element.attributes['w:abstractNumId'] ?? '', format)
    } else {
      const start = valueOf(childOf(childOf(element, 'w:lvlOverride'), 'w:startOverride'))
      const isOrdered = formats.get(valueOf(childOf(element, 'w:abstractNumId'))) === 'decimal'
      lists.set(element.attributes['w:numId'] ?? '', { isOrdered, start: Number(start) })
    }
  }
  return lists
}

function valueOf(element: XmlElement | undefined): string {
  return element?.attributes['w:val'] ?? ''
}

/** A container that the paragraphs of a document are in. */
interface Open {
  /** Its letter in the path of a style. */
  letter: string
  blocks: RootContent[]
  /** For a list item: the number of its list, and the list. */
  numId?: string
  list?: List
}

/** Puts paragraphs and tables back into the quotes and lists that their styles name. */
function readBlocks(
  elements: readonly XmlElement[],
  lists: ReadonlyMap<string, FoundList>,
  references: References,
): RootContent[] {
  const root: RootContent[] = []
  const open: Open[] = []
  const inside = () => open.at(-1)?.blocks ?? root

  const openTo = (path: string, numId: string) => {
    const last = path.length - 1
    let depth = 0
    while (depth < path.length && open[depth]?.letter === path[depth]) {
      if (depth === last && numId !== '') break
      depth++
    }
    // An item of the list that is open here continues it.
    const list = open[depth]?.numId === numId ? open[depth]?.list : undefined
    open.length = depth
    for (const [index, letter] of path.split('').entries()) {
      if (index < depth) continue
      open.push(letter === 'L' ? openItem(index === last ? numId : '', list) : openQuote(letter))
    }
  }
  const openQuote = (letter: string): Open => {
    const quote: Blockquote = { type: 'blockquote', children: [] }
    inside().push(quote)
    return { letter, blocks: quote.children }
  }
  const openItem = (numId: string, known: List | undefined): Open => {
    const item: ListItem = { type: 'listItem', children: [] }
    const { isOrdered, start } = lists.get(numId) ?? { isOrdered: false, start: 1 }
    const list: List = known ?? { type: 'list', ordered: isOrdered, start: isOrdered ? start : null, children: [] }
    if (known === undefined) inside().push(list)
    list.children.push(item)
    return { letter: 'L', blocks: item.children, numId, list }
  }

  for (const element of elements) {
    if (element.name === 'w:tbl') {
      const { table, path } = readTable(element, references)
      openTo(path, '')
      inside().push(table)
      continue
    }
    const properties = childOf(element, 'w:pPr')
    const style = parseStyleId(valueOf(childOf(properties, 'w:pStyle')))
    if (element.name !== 'w:p' || style === null) continue
    if (style.role === 'Title' || style.role === 'Subtitle' || style.role === 'TableGap') continue
    const numId = valueOf(childOf(childOf(properties, 'w:numPr'), 'w:numId'))
    openTo(style.path, numId)
    if (numId !== '') {
      const item = open.at(-1)?.list?.children.at(-1)
      const checked = checkedIn(element)
      if (item !== undefined && checked !== null) item.checked = checked
    }
    addParagraph(inside(), style, element, references)
  }
  return root
}

function addParagraph(
  blocks: RootContent[],
  { role, language }: ParagraphStyle,
  element: XmlElement,
  references: References,
): void {
  const children = (): PhrasingContent[] => fromPieces(readPieces(element, references))
  switch (role) {
    case 'Text':
    case 'FootnoteText':
    case 'Figure':
      blocks.push({ type: 'paragraph', children: children() })
      break
    case 'NextFigure': {
      const last = blocks.at(-1)
      if (last?.type === 'paragraph') last.children.push({ type: 'text', value: ' ' }, ...children())
      break
    }
    case 'Heading1':
    case 'Heading2':
    case 'Heading3':
    case 'Heading4':
    case 'Heading5':
    case 'Heading6':
      blocks.push({ type: 'heading', depth: depths[role], children: children() })
      break
    case 'SourceCode':
      blocks.push({ type: 'code', lang: language || null, value: codeIn(element) })
      break
    case 'HorizontalLine':
      blocks.push({ type: 'thematicBreak' })
      break
    case 'Caption':
      addCaption(blocks, wordsIn(element))
      break
    case 'TableText':
    case 'TableGap':
    case 'Title':
    case 'Subtitle':
      break
    default:
      role satisfies never
  }
}

const depths = { Heading1: 1, Heading2: 2, Heading3: 3, Heading4: 4, Heading5: 5, Heading6: 6 } as const

/** A caption belongs to the picture above it. */
function addCaption(blocks: RootContent[], title: string): void {
  const figure = blocks.at(-1)
  const image = figure?.type === 'paragraph' ? figure.children.at(-1) : undefined
  if (image?.type === 'image') image.title = title
}

function codeIn(element: XmlElement): string {
  const run = childOf(element, 'w:r')
  return elementsIn(run)
    .map((part) => (part.name === 'w:br' ? '\n' : part.name === 'w:t' ? wordsIn(part) : ''))
    .join('')
}

function checkedIn(element: XmlElement): boolean | null {
  const box = childOf(childOf(childOf(element, 'w:sdt'), 'w:sdtPr'), 'w14:checkbox')
  return box === undefined ? null : childOf(box, 'w14:checked')?.attributes['w14:val'] === '1'
}

const sides: Readonly<Record<string, 'left' | 'center' | 'right'>> = { left: 'left', center: 'center', right: 'right' }

function readTable(element: XmlElement, references: References): { table: Table; path: string } {
  const rows = elementsIn(element).filter(({ name }) => name === 'w:tr')
  const cells = rows.map((row) =>
    elementsIn(row)
      .filter(({ name }) => name === 'w:tc')
      .map((cell) => childOf(cell, 'w:p')),
  )
  const [head = []] = cells
  const [first] = head
  const style = parseStyleId(valueOf(childOf(childOf(first, 'w:pPr'), 'w:pStyle')))
  const table: Table = {
    type: 'table',
    align: head.map((cell) => sides[valueOf(childOf(childOf(cell, 'w:pPr'), 'w:jc'))] ?? null),
    children: cells.map((row) => ({
      type: 'tableRow',
      children: row.map((cell) => ({
        type: 'tableCell',
        children: cell === undefined ? [] : fromPieces(readPieces(cell, references)),
      })),
    })),
  }
  return { table, path: style?.path ?? '' }
}
