import type { Root } from 'mdast'
import type { Census } from '../../shared/contract/exports.ts'
import { outline } from './outline.ts'
import { plainWords } from './outline-inline.ts'

/** Counts what a text contains. A paragraph that consists only of pictures counts as pictures, not as a paragraph. */
export function takeCensus(root: Root): Census {
  const census: Census = { headings: 0, paragraphs: 0, listItems: 0, quotes: 0, links: 0, pictures: 0 }
  for (const block of outline(root)) {
    switch (block.kind) {
      case 'heading':
        census.headings++
        break
      case 'paragraph':
        if (plainWords(block.text) !== '') census.paragraphs++
        break
      case 'listItem':
        census.listItems++
        break
      case 'quote':
        census.quotes++
        break
      case 'link':
        census.links++
        break
      case 'picture':
        census.pictures++
        break
      case 'code':
      case 'tableRow':
      case 'rule':
      case 'html':
      case 'footnote':
        break
      default:
        block.kind satisfies never
    }
  }
  return census
}
