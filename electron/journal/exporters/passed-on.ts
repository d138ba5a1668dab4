import type { Root } from 'mdast'
import { type Message, message } from '../../shared/messages/message.ts'
import { eachNode } from '../markdown/map-nodes.ts'

/** Shortcodes of Hugo, Jekyll and the like. */
const shortcode = /\{\{|\{%/

/** Says if a text has parts that the site runs: in one from elsewhere, they may not be what the author expects. */
export function passedOn(tree: Root): Message[] {
  let [hasHtml, hasShortcodes] = [false, false]
  eachNode(tree, (node) => {
    if (node.type === 'html') hasHtml = true
    else if ('value' in node || node.type === 'link') {
      hasShortcodes ||= shortcode.test('value' in node ? node.value : node.url)
    }
  })
  if (!hasHtml && !hasShortcodes) return []
  const what = hasHtml && hasShortcodes ? 'other' : hasHtml ? 'html' : 'shortcodes'
  return [message('export.note.passed-on', { what })]
}
