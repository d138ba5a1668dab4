import type { Element, ElementContent } from 'hast'
import { attribute, element, isElement } from '../../html/elements.ts'
import { block, hasOnly, isBlank, isPhrase } from './block.ts'

/** A table as a block; `null` if it has parts or properties that the editor's tables do not have. */
export function tableBlock(table: Element): ElementContent[] | null {
  if (!hasOnly(table)) return null
  const parts: Element[] = []
  for (const part of table.children) {
    if (isBlank(part)) continue
    if (!isElement(part, 'thead', 'tbody') || !hasOnly(part)) return null
    const rows = rowsOf(part)
    if (rows === null) return null
    parts.push(element(part.tagName, {}, rows))
  }
  const figure = element('figure', { className: ['wp-block-table'] }, [element('table', {}, parts)])
  return block('table', {}, figure)
}

function rowsOf(part: Element): Element[] | null {
  const rows: Element[] = []
  for (const row of part.children) {
    if (isBlank(row)) continue
    if (!isElement(row, 'tr') || !hasOnly(row)) return null
    const cells: Element[] = []
    for (const cell of row.children) {
      if (isBlank(cell)) continue
      if (!isElement(cell, 'th', 'td') || !hasOnly(cell, 'align', 'dir') || !cell.children.every(isPhrase)) return null
      cells.push(alignCell(cell))
    }
    rows.push(element('tr', {}, cells))
  }
  return rows
}

function alignCell(cell: Element): Element {
  const align = attribute(cell, 'align')
  const properties = align === '' ? {} : { className: [`has-text-align-${align}`], dataAlign: align }
  return element(cell.tagName, properties, cell.children)
}
