import type { Element } from 'hast'
import type { Blockquote, Paragraph, PhrasingContent } from 'mdast'

/** The beginning of the last line of a quote that names its speaker: "— Oleh Kostromin". */
const ATTRIBUTION = /^[—―–]\s/u
const LAST_LINE = /\r?\n(?=[—―–]\s)/u

/** Whether a line of Markdown is the line of a quote that names its speaker. */
export const isAttributionLine = (line: string): boolean => /^\s*>[\s>]*[—―–]\s+\S/u.test(line)

/** The line that names the speaker of a quote. */
export const attributionOf = (speaker: string): string => `— ${speaker}`

/** Whether a paragraph of a quote names its speaker. */
export function isAttribution({ children: [first] }: Paragraph): boolean {
  return first?.type === 'text' && ATTRIBUTION.test(first.value)
}

/**
 * A quote whose speaker is in a paragraph of its own, so that every target shows the name in a line of its own; the
 * quote itself if it names nobody, or does so already.
 */
export function separateAttribution(quote: Blockquote): Blockquote {
  const last = quote.children.at(-1)
  if (last?.type !== 'paragraph') return quote
  const at = last.children.findLastIndex((node) => node.type === 'text' && LAST_LINE.test(node.value))
  const node = last.children[at]
  if (node?.type !== 'text') return quote
  const lines = node.value.split(LAST_LINE)
  const name = lines.pop() ?? ''
  // Whatever follows must be part of the same line.
  if (/\n/.test(name) || last.children.slice(at + 1).some((one) => one.type === 'break')) return quote
  const said: PhrasingContent[] = [...last.children.slice(0, at), { ...node, value: lines.join('\n') }]
  const named: PhrasingContent[] = [{ type: 'text', value: name }, ...last.children.slice(at + 1)]
  return {
    ...quote,
    children: [
      ...quote.children.slice(0, -1),
      { type: 'paragraph', children: said },
      { type: 'paragraph', children: named },
    ],
  }
}

/** If an element is a quote, marks the paragraph that names its speaker, for the style sheets. */
export function markAttribution(quote: Element): void {
  if (quote.tagName !== 'blockquote') return
  const last = quote.children.findLast((child) => child.type === 'element')
  const [first] = last?.tagName === 'p' ? last.children : []
  if (last && first?.type === 'text' && ATTRIBUTION.test(first.value)) last.properties['dataAttribution'] = ''
}
