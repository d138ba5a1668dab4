import type {
  BlockContent,
  FootnoteDefinition,
  List,
  ListItem,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from 'mdast'

/** A change of a tree, for programs that lack something of our Markdown. */
export type Adaptation = (tree: Root) => Root

/** Makes several changes, one after another. */
export const adaptBy =
  (...changes: readonly Adaptation[]): Adaptation =>
  (tree) =>
    changes.reduce((adapted, change) => change(adapted), tree)

/**
 * Replaces each node with others, children first.
 *
 * @param replace returns the nodes that take the node's place, and must be valid there
 * @param within the kinds of the nodes around it, the outermost first
 */
export function replaceNodes(
  tree: Root,
  replace: (node: RootContent, within: readonly Nodes['type'][]) => readonly RootContent[],
): Root {
  const replaceAll = (nodes: readonly RootContent[], within: readonly Nodes['type'][]): RootContent[] =>
    nodes.flatMap((node) => {
      if (!('children' in node)) return replace(node, within)
      const children = replaceAll(node.children, [...within, node.type])
      // The callback returns what is valid in this place.
      return replace({ ...node, children } as RootContent, within)
    })
  return { ...tree, children: replaceAll(tree.children, []) }
}

/** Changes all code, in the words and in blocks. */
export function changeCode(change: (code: string) => string): Adaptation {
  return (tree) =>
    replaceNodes(tree, (node) =>
      node.type === 'code' || node.type === 'inlineCode' ? [{ ...node, value: change(node.value) }] : [node],
    )
}

/** Changes the addresses of links. */
export function changeLinks(change: (url: string) => string): Adaptation {
  return (tree) => replaceNodes(tree, (node) => (node.type === 'link' ? [{ ...node, url: change(node.url) }] : [node]))
}

/** Writes deleted words as HTML. */
export const deletedAsHtml: Adaptation = (tree) =>
  replaceNodes(tree, (node) => (node.type === 'delete' ? [html('<del>'), ...node.children, html('</del>')] : [node]))

/** Shows the state of tasks as a sign before them. */
export const tasksAsSigns: Adaptation = (tree) =>
  replaceNodes(tree, (node) => {
    if (node.type !== 'listItem' || typeof node.checked !== 'boolean') return [node]
    const sign = text(node.checked ? '☑ ' : '☐ ')
    return [{ ...node, checked: null, children: beginWith(node.children, [sign]) }]
  })

function beginWith<T extends BlockContent | FootnoteDefinition | RootContent>(
  blocks: readonly T[],
  words: PhrasingContent[],
): (T | BlockContent)[] {
  const [first, ...others] = blocks
  if (first?.type === 'paragraph') return [{ ...first, children: [...words, ...first.children] }, ...others]
  return [{ type: 'paragraph', children: words }, ...blocks]
}

/**
 * Makes a numbered list of the footnotes at the end, and links that lead to its items: for programs that show
 * `[^1]` as it is, or take `[^1]: …` for the address of a link.
 */
export const footnotesAsList: Adaptation = (tree) => {
  const definitions = new Map<string, FootnoteDefinition>()
  const without = replaceNodes(tree, (node) => {
    if (node.type !== 'footnoteDefinition') return [node]
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
    return []
  })
  const order: string[] = []
  const numberOf = (identifier: string) => {
    const known = order.indexOf(identifier)
    return known < 0 ? order.push(identifier) : known + 1
  }
  const link = (nodes: Root) =>
    replaceNodes(nodes, (node, within) => {
      if (node.type !== 'footnoteReference' || !definitions.has(node.identifier)) return [node]
      const number = String(numberOf(node.identifier))
      // There is no link in a link.
      const word: PhrasingContent = within.includes('link')
        ? text(number)
        : { type: 'link', url: `#fn-${number}`, children: [text(number)] }
      return [html('<sup>'), word, html('</sup>')]
    })
  const linked = link(without)
  const items: ListItem[] = []
  // A footnote may refer to another, so the list grows while it is made.
  for (let index = 0; index < order.length; index++) {
    const { children } = definitions.get(order[index] ?? '') ?? { children: [] }
    const mark = [html(`<span id="fn-${index + 1}">`), html('</span>')]
    const body = link({ type: 'root', children: beginWith(children, mark) }).children
    // Only blocks are in a footnote.
    items.push({ type: 'listItem', spread: false, children: body as BlockContent[] })
  }
  if (items.length === 0) return linked
  const list: List = { type: 'list', ordered: true, start: 1, spread: false, children: items }
  return { ...linked, children: [...linked.children, { type: 'thematicBreak' }, list] }
}

/** Makes spaces of line breaks that nobody sees: some programs show them. */
export const joinLines: Adaptation = (tree) =>
  replaceNodes(tree, (node) =>
    node.type === 'text' ? [{ ...node, value: node.value.replace(/[ \t]*\n[ \t]*/g, ' ') }] : [node],
  )

/**
 * Leaves no line empty before a line break, for programs that write one as two spaces: nothing but spaces on a line
 * ends the paragraph. Nor does it leave a line with a single tag, which would begin a block of HTML.
 */
export const visibleBreaks: Adaptation = (tree) =>
  replaceNodes(tree, (node) => {
    if (!('children' in node) || node.children.every(({ type }) => type !== 'break')) return [node]
    const children: RootContent[] = []
    for (const child of node.children) {
      const before = children.at(-1)
      if (child.type === 'break' && before?.type === 'text') {
        children.splice(-1, 1, { ...before, value: before.value.trimEnd() })
      }
      const isAlone =
        before === undefined ||
        before.type === 'break' ||
        before.type === 'html' ||
        (before.type === 'text' && before.value.trim() === '')
      children.push(child.type === 'break' && isAlone ? html('<br>') : child)
    }
    // Words were replaced with words.
    return [{ ...node, children } as RootContent]
  })

/** Separates lists that follow each other: programs that do not look at the kind of bullet make one of them. */
export const separateLists: Adaptation = (tree) => {
  const separate = (nodes: readonly RootContent[]): RootContent[] =>
    nodes.flatMap((node, index): RootContent[] => {
      const inside = 'children' in node ? ({ ...node, children: separate(node.children) } as RootContent) : node
      const before = nodes[index - 1]
      return node.type === 'list' && before?.type === 'list' ? [html('<!---->'), inside] : [inside]
    })
  return { ...tree, children: separate(tree.children) }
}

/** Writes code as HTML where a sign in it would be taken for something else. */
export function codeAsHtml(isMisread: (code: string, within: readonly Nodes['type'][]) => boolean): Adaptation {
  return (tree) =>
    replaceNodes(tree, (node, within) => {
      if (node.type !== 'inlineCode' || !isMisread(node.value, within)) return [node]
      return [html('<code>'), { ...text(node.value), data: { isInHtml: true } }, html('</code>')]
    })
}

/**
 * Drops the language of code in lists, quotes and footnotes, where it has to be indented instead of fenced. Something
 * has to be before it in its item, and an empty line.
 */
export const plainCodeInside: Adaptation = (tree) =>
  replaceNodes(tree, (node, within) => {
    if (node.type === 'code' && within.length > 0) return [{ type: 'code', value: node.value }]
    if (node.type !== 'listItem' && node.type !== 'footnoteDefinition') return [node]
    if (node.children.every(({ type }) => type !== 'code')) return [node]
    const children = node.children[0]?.type === 'code' ? beginWith(node.children, [text('\u00A0')]) : node.children
    return [node.type === 'listItem' ? { ...node, spread: true, children } : { ...node, children }]
  })

/** Drops what stands after the language of code, which programs read as their own settings. */
export const withoutCodeSettings: Adaptation = (tree) =>
  replaceNodes(tree, (node) => (node.type === 'code' && node.meta ? [{ ...node, meta: null }] : [node]))

const text = (value: string): Text => ({ type: 'text', value })

export const html = (value: string): { type: 'html'; value: string } => ({ type: 'html', value })
