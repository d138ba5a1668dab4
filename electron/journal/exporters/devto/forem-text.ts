import type { PhrasingContent, Root, RootContent } from 'mdast'
import { mapNodes } from '../../markdown/map-nodes.ts'
import { stringifyMarkdown } from '../../markdown/stringify-markdown.ts'

/*
 * Forem reads Markdown with Redcarpet and then runs Liquid over the result. Of code it takes care itself
 * (`escape_liquid_tags_in_codeblock` in app/services/markdown_processor/parser.rb).
 */

const opener = /\{\{|\{%/g
const escaped = /\{% raw %\}(\{\{|\{%)\{% endraw %\}/g

/** Writes a text for Forem: `{{` and `{%` are words, `^` raises nothing, and a line break in a paragraph is a space. */
export function writeForem(tree: Root): string {
  const quoted = mapNodes(tree, (node) =>
    changeWords(node, (words) => words.replace(opener, '{% raw %}$&{% endraw %}')),
  )
  const all = JSON.stringify(quoted)
  const standIn = all.includes('^') ? standIns.find((one) => !all.includes(one)) : undefined
  if (standIn === undefined) return stringifyMarkdown(quoted)
  return stringifyMarkdown(withStandIn(quoted, standIn)).replaceAll(standIn, String.raw`\^`)
}

/** The text as it was before {@link writeForem}. */
export function fromForem(tree: Root): Root {
  return mapNodes(tree, (node) => changeWords(node, (words) => words.replace(escaped, '$1')))
}

function changeWords(node: RootContent, change: (words: string) => string): RootContent {
  if (node.type === 'text') return { ...node, value: change(node.value.replace(/[ \t]*\n[ \t]*/g, ' ')) }
  if (node.type === 'html') return { ...node, value: change(node.value) }
  if (node.type === 'image') {
    const title = node.title ? change(node.title) : null
    return { ...node, alt: change(node.alt ?? ''), title, url: encoded(node.url) }
  }
  if (node.type !== 'link') return node
  const inside = mapNodes({ type: 'root', children: node.children }, (inner) => changeWords(inner, change))
  // Only words were changed.
  return { ...node, url: encoded(node.url), children: inside.children as PhrasingContent[] }
}

function encoded(url: string): string {
  return url.replaceAll('{', '%7B').replaceAll('}', '%7D')
}

/**
 * Characters that stand for a caret while Markdown is written: punctuation, as it is, because that matters beside
 * emphasis. One that a text contains itself is not used.
 */
const standIns = ['\u2E4F', '\u2E4E', '\u2E4D', '\u2E4C']

/** Redcarpet raises what follows a caret, as in `2^10`, unless there is a backslash before it. */
function withStandIn(tree: Root, standIn: string): Root {
  return mapNodes(tree, (node) =>
    node.type === 'text' && node.value.includes('^') ? { ...node, value: node.value.replaceAll('^', standIn) } : node,
  )
}
