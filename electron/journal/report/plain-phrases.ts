import type { PhrasingContent } from 'mdast'
import { parseLimited } from '../markdown/parse-limited.ts'
import { stringifyMarkdown } from '../markdown/stringify-markdown.ts'

/**
 * Plain words, such as a talk's title, as nodes of a Markdown tree: `__init__` in them is a name and not emphasis. Only
 * bare addresses become links, as they do in any Markdown.
 */
export function plainPhrases(words: string): PhrasingContent[] {
  const plain: PhrasingContent[] = [{ type: 'text', value: words }]
  if (!/@|www\.|:\/\//i.test(words)) return plain
  const written = stringifyMarkdown({ type: 'root', children: [{ type: 'heading', depth: 1, children: plain }] })
  const [heading] = parseLimited(written).tree.children
  return heading?.type === 'heading' ? heading.children : plain
}
