import { posix } from 'node:path'
import type { ElementContent } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { attribute, element, findElement, hasClass, isElement } from '../../html/elements.ts'
import { toMarkdownTree } from '../../html/markdown-tree.ts'
import { decodeText, type ReadPost, type TextFiles } from '../exporter.ts'
import { contentAddress } from '../read-page.ts'
import { childOf, elementsIn, firstIn, readXml, wordsIn, type XmlElement } from '../xml/read-xml.ts'
import { asInPage } from './book-tree.ts'

const parser = unified().use(rehypeParse).freeze()

/** Reads a book by what its package file says, as e-readers do. */
export function readBook(parts: TextFiles): ReadPost {
  const container = readXml(partAt(parts, 'META-INF/container.xml'))
  const packagePath = firstIn(container, 'rootfile')?.attributes['full-path'] ?? ''
  const book = readXml(partAt(parts, packagePath))
  const items = new Map(
    elementsIn(childOf(book, 'manifest')).map(({ attributes }) => [attributes['id'], attributes['href'] ?? '']),
  )
  const at = (href: string) => posix.join(posix.dirname(packagePath), href)
  const body = elementsIn(childOf(book, 'spine')).flatMap(({ attributes }) => {
    const href = items.get(attributes['idref']) ?? ''
    return readChapter(decodeText(partAt(parts, at(href))))
  })
  visit(element('div', {}, body), 'element', (node) => {
    const source = node.tagName === 'img' ? parts.get(at(attribute(node, 'src'))) : undefined
    if (source !== undefined) node.properties['src'] = contentAddress(source)
  })
  return { tree: toMarkdownTree(asInPage(body)), meta: readMeta(childOf(book, 'metadata')) }
}

function partAt(parts: TextFiles, path: string): Uint8Array {
  const data = parts.get(path)
  if (data === undefined) throw new Error(`A book without ${path}.`)
  return data
}

/** The elements of a chapter, without the title of the book. */
function readChapter(page: string): ElementContent[] {
  const content = findElement(parser.parse(page), (node) => hasClass(node, 'text') || hasClass(node, 'notes'))
  return (content?.children ?? []).filter((node) => !isElement(node, 'header'))
}

function readMeta(metadata: XmlElement | undefined): ReadPost['meta'] {
  const all = (name: string) =>
    elementsIn(metadata)
      .filter((child) => child.name === name)
      .map(wordsIn)
  return {
    title: all('dc:title')[0] ?? '',
    authors: all('dc:creator'),
    tags: all('dc:subject'),
    date: all('dc:date')[0] ?? null,
    language: all('dc:language')[0] ?? '',
  }
}
