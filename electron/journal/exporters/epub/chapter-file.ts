import type { ElementContent } from 'hast'
import { toXast } from 'hast-util-to-xast'
import { toXml } from 'xast-util-to-xml'
import { element, text } from '../../html/elements.ts'
import { encodeText } from '../exporter.ts'
import { xmlText } from '../xml/write-xml.ts'
import { line } from './book-tree.ts'

export const STYLE_SHEET = 'style.css'

/** The elements that HTML never closes: an end tag, which XML needs, would be read as a second one. */
const openEnded = /><\/(?:br|hr|img|input|link|meta|wbr)>/g

/**
 * Writes a page of a book as XHTML that is also HTML, so that both kinds of parsers read the same.
 *
 * @param title in one line
 */
export function xhtmlFile(language: string, title: string, body: ElementContent[]): Uint8Array {
  const html = element('html', { xmlLang: language, lang: language, 'xmlns:epub': 'http://www.idpf.org/2007/ops' }, [
    line,
    element('head', {}, [
      line,
      element('meta', { charSet: 'utf-8' }),
      line,
      element('title', {}, [text(title)]),
      line,
      element('link', { rel: ['stylesheet'], type: 'text/css', href: STYLE_SHEET }),
      line,
    ]),
    line,
    element('body', {}, [line, ...body, line]),
    line,
  ])
  // The serializer leaves this as it is, which XML forbids. It can only be in texts and in attributes.
  const xml = toXml(cleanAll(toXast(html))).replaceAll(']]>', ']]&gt;')
  return encodeText(`<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n${xml.replaceAll(openEnded, ' />')}\n`)
}

type Xast = ReturnType<typeof toXast>

/** Takes out what XML does not allow, in place. */
function cleanAll<N extends Xast>(node: N): N {
  if (node.type === 'text') node.value = xmlText(node.value)
  if (node.type === 'element') {
    for (const [name, value] of Object.entries(node.attributes)) {
      if (typeof value === 'string') node.attributes[name] = xmlText(value)
    }
  }
  if ('children' in node) for (const child of node.children) cleanAll(child)
  return node
}
