import type { Element, ElementContent } from 'hast'
import { visit } from 'unist-util-visit'
import { attribute, element, hasClass, isElement, text, wordsOf } from '../../html/elements.ts'
import { absoluteLink } from '../absolute-link.ts'

/** A chapter of a book: one file. */
export interface Chapter {
  path: string
  /** In the words of its heading; empty for the beginning, before the first heading, and for the footnotes. */
  title: string
  kind: 'text' | 'notes'
  content: ElementContent[]
}

/** A heading for the table of contents. */
export interface Mark {
  path: string
  id: string
  title: string
  /** Whether it is inside the section of the mark before it. */
  isNested: boolean
}

export interface Book {
  chapters: Chapter[]
  marks: Mark[]
}

const NOTES = 'notes.xhtml'
const FOOTNOTE = 'user-content-fn-'
const REFERENCE = 'user-content-fnref-'

/** Divides a text into chapters at its highest headings. Changes the elements. */
export function divideIntoChapters(body: ElementContent[]): Book {
  const notes = body.filter(isNotes)
  const top = Math.min(...body.map((node) => levelOf(node) ?? 7))
  const chapters: Chapter[] = [newChapter(1, '')]
  const marks: Mark[] = []
  for (const node of body) {
    if (isNotes(node)) continue
    const level = levelOf(node)
    if (level === top && node.type === 'element') chapters.push(newChapter(chapters.length + 1, titleOf(node)))
    const chapter = chapters.at(-1) ?? newChapter(1, '')
    if (level !== null && node.type === 'element') {
      const id = `heading-${marks.length + 1}`
      node.properties['id'] = id
      marks.push({ path: chapter.path, id, title: titleOf(node), isNested: level > top })
    }
    chapter.content.push(node)
  }
  if (notes.length > 0) chapters.push({ path: NOTES, title: '', kind: 'notes', content: notes })
  joinNotes(chapters)
  return { chapters, marks: marks.filter(({ title }) => title !== '') }
}

function isNotes(node: ElementContent): boolean {
  return isElement(node, 'section') && node.properties['dataFootnotes'] !== undefined
}

function newChapter(number: number, title: string): Chapter {
  return { path: `chapter-${number}.xhtml`, title, kind: 'text', content: [] }
}

function levelOf(node: ElementContent): number | null {
  return isElement(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6') ? Number(node.tagName.slice(1)) : null
}

function titleOf(node: Element): string {
  return wordsOf(node).replace(/\s+/g, ' ').trim()
}

/**
 * Gives footnotes ids that XML allows, and makes references lead from one chapter to another. In HTML, the ids may have
 * any characters of the author's name for the footnote.
 */
function joinNotes(chapters: readonly Chapter[]): void {
  const ids = new Map<string, { id: string; path: string }>()
  for (const { path, content } of chapters) {
    visit(element('div', {}, content), 'element', (node) => {
      const old = attribute(node, 'id')
      if (old === '') return
      if (!old.startsWith(FOOTNOTE) && !old.startsWith(REFERENCE) && old !== 'footnote-label') return
      const kind = old.startsWith(FOOTNOTE) ? FOOTNOTE : old.startsWith(REFERENCE) ? REFERENCE : ''
      const id = kind === '' ? old : `${kind}${ids.size + 1}`
      ids.set(`#${old}`, { id, path })
      node.properties['id'] = id
    })
  }
  for (const { path, content } of chapters) {
    visit(element('div', {}, content), 'element', (node) => {
      const target = node.tagName === 'a' ? ids.get(attribute(node, 'href')) : undefined
      if (target !== undefined) node.properties['href'] = `${target.path === path ? '' : target.path}#${target.id}`
      // It would have to be in the same file.
      delete node.properties['ariaDescribedBy']
      markNote(node)
    })
  }
}

/** Says what footnotes are, so that e-readers can show them beside the text. */
function markNote(node: Element): void {
  if (node.properties['dataFootnoteRef'] !== undefined) {
    Object.assign(node.properties, { 'epub:type': 'noteref', role: 'doc-noteref' })
  } else if (node.properties['dataFootnoteBackref'] !== undefined) node.properties['role'] = 'doc-backlink'
  else if (isElement(node, 'section') && hasClass(node, 'footnotes')) {
    Object.assign(node.properties, { 'epub:type': 'endnotes', role: 'doc-endnotes' })
  } else if (isElement(node, 'li') && attribute(node, 'id').startsWith(FOOTNOTE)) {
    node.properties['epub:type'] = 'endnote'
  }
}

/**
 * Makes elements valid in a book: alignment becomes style, and a link that leads nowhere from there becomes its words.
 */
export function fitIntoBook(nodes: ElementContent[]): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node
    const { align, ...properties } = node.properties
    const children = fitIntoBook(node.children)
    const style = typeof align === 'string' ? { style: `text-align: ${align}` } : {}
    if (node.tagName === 'a' && properties['href'] !== undefined) {
      const href = attribute(node, 'href')
      if (href.startsWith('#')) return { ...node, properties, children }
      const address = absoluteLink(href)
      if (address === null) return element('span', {}, children)
      return { ...node, properties: { ...properties, href: address }, children }
    }
    return { ...node, properties: { ...properties, ...style }, children }
  })
}

const alignment = /^text-align: (left|center|right)$/

/** Undoes what {@link fitIntoBook} and {@link divideIntoChapters} changed, so that the text can be compared. */
export function asInPage(nodes: ElementContent[]): ElementContent[] {
  visit(element('div', {}, nodes), 'element', (node) => {
    const [, align] = alignment.exec(attribute(node, 'style')) ?? []
    if (align !== undefined) node.properties['align'] = align
    if (node.tagName === 'a') {
      node.properties['href'] = attribute(node, 'href').replace(/^[\w-]+\.xhtml#/, '#')
    }
  })
  return nodes
}

export const line = text('\n')
