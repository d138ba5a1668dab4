import type { Element, ElementContent, Root as HastRoot, RootContent as HastContent } from 'hast'
import { toJsxRuntime } from 'hast-util-to-jsx-runtime'
import type { FootnoteReference, Root } from 'mdast'
import type { ReactNode } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize from 'rehype-sanitize'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { markDirections } from '../../electron/shared/direction.ts'
import { afterParsing, beforeParsing } from '../../electron/shared/open-html.ts'
import { markAttribution } from '../../electron/shared/quote-attribution.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import type { Block } from './blocks.ts'
import { partsOfLongWords, partsOfManyLines, type Span } from './long-words.ts'
import { isTooDeep, plainText } from './depth.ts'
import { footnoteId, PostLink } from './post-link.tsx'
import { PostPicture } from './post-picture.tsx'
import { schema } from './schema.ts'
import { shortenStacked } from './stacked-characters.ts'

/** Maximum number of characters without a space that are laid out together. */
const MAX_WORD = 1_000
/** Code with more lines is divided into parts, which are laid out when they are seen: a long one takes half a second. */
const MAX_LINES = 500

/** What marks the elements of a block: the part of the post it belongs to, what it is there, and whether that is selected. */
export interface BlockMark {
  part: string
  role: string
  isSelected: boolean
}

/**
 * Builds the React elements of a block. They cannot run or load anything except the trip's own pictures: the author's
 * HTML is parsed into a tree and sanitised, and links and pictures are rendered by our own components.
 */
export function toElements(block: Block, mark: BlockMark | null = null): ReactNode {
  const tree = toSafeTree(block)
  if (isTooDeep(tree)) return <p {...attributesOf(mark)}>{shortenStacked(plainText(tree))}</p>
  makeFigures(tree)
  markDirections(tree)
  visit(tree, 'element', (node) => markAttribution(node))
  visit(tree, 'text', (text, index, parent) => {
    text.value = shortenStacked(text.value)
    const isCode = parent?.type === 'element' && parent.tagName === 'code'
    const lines = isCode ? partsOfManyLines(text.value, MAX_LINES) : []
    const parts = lines.length > 0 ? lines : partsOfLongWords(text.value, MAX_WORD)
    if (parts.length === 0 || index === undefined || !parent) return undefined
    parent.children.splice(index, 1, ...divide(text.value, parts))
    return index + 2 * parts.length + 1
  })
  for (const child of tree.children) if (child.type === 'element') Object.assign(child.properties, attributesOf(mark))
  return toJsxRuntime(tree, {
    Fragment,
    jsx,
    jsxs,
    ignoreInvalidStyle: true,
    components: { a: PostLink, img: PostPicture, input: TaskBox, pre: CodeBlock },
  })
}

function attributesOf(mark: BlockMark | null): Record<string, string> {
  if (mark === null) return {}
  return { 'data-of': mark.part, 'data-role': mark.role, ...(mark.isSelected && { 'data-selected': '' }) }
}

/** The block as a sanitised tree of HTML. */
export function toSafeTree(block: Block): HastRoot {
  const root: Root = { type: 'root', children: [...block.nodes, ...block.definitions] }
  const footnoteReference = (_: unknown, { identifier }: FootnoteReference) =>
    referToFootnote(identifier, block.footnoteNumbers.get(identifier))
  const toHast = unified().use(remarkRehype, { allowDangerousHtml: true, handlers: { footnoteReference } })
  // Parsing HTML again costs far more than everything else, and only a text with HTML in it needs it.
  return (
    block.content.includes('"type":"html"')
      ? toHast
          .use(() => beforeParsing)
          .use(rehypeRaw)
          .use(() => afterParsing)
      : toHast
  )
    .use(rehypeSanitize, schema)
    .runSync(root)
}

function referToFootnote(identifier: string, number: number | undefined): ElementContent {
  if (number === undefined) return { type: 'text', value: `[^${identifier}]` }
  return element('sup', {}, [
    element('a', { href: `#${footnoteId(number)}`, ariaLabel: t('post.footnote', { number }) }, [
      { type: 'text', value: String(number) },
    ]),
  ])
}

/** A text whose long words are in elements of their own, with the text before each and after the last. */
function divide(text: string, parts: readonly Span[]): ElementContent[] {
  const divided: ElementContent[] = []
  let done = 0
  for (const { from, to } of parts) {
    divided.push({ type: 'text', value: text.slice(done, from) })
    divided.push(element('span', { dataPart: '' }, [{ type: 'text', value: text.slice(from, to) }]))
    done = to
  }
  return [...divided, { type: 'text', value: text.slice(done) }]
}

/** A paragraph that consists of one picture with a caption becomes a figure. */
function makeFigures(tree: HastRoot): void {
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'p') return
    const shown = node.children.filter((child) => !isBlank(child))
    const picture = shown[0]
    if (shown.length !== 1 || picture?.type !== 'element' || picture.tagName !== 'img') return
    const caption = picture.properties['title']
    node.tagName = 'figure'
    node.children = [picture]
    if (typeof caption !== 'string' || caption === '') return
    delete picture.properties['title']
    node.children.push(element('figcaption', {}, [{ type: 'text', value: caption }]))
  })
}

function isBlank(node: HastContent): boolean {
  return node.type === 'text' && node.value.trim() === ''
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}

/** Long lines of code scroll, which must be possible by keyboard. */
function CodeBlock({ children }: { children?: ReactNode }) {
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  return <pre tabIndex={0}>{children}</pre>
}

function TaskBox({ checked }: { checked?: boolean | undefined }) {
  return (
    <input
      type="checkbox"
      checked={checked ?? false}
      disabled
      aria-label={checked ? t('post.task-done') : t('post.task-open')}
    />
  )
}
