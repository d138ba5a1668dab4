import type { Root } from 'mdast'
import { Fragment, memo, type ReactNode, useMemo, useState } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import type { PostSpan } from '../../electron/shared/report/post-places.ts'
import { SeenParts } from '../components/seen-parts.tsx'
import { alignKeys, type Keyed } from './align-keys.ts'
import { BlockBoundary } from './block-boundary.tsx'
import { splitIntoBlocks, type Block } from './blocks.ts'
import { PostContext } from './post-context.ts'
import { FootnoteReturn, footnoteId } from './post-link.tsx'
import './markdown.css'
import { addPostStyle } from './post-style.ts'
import { toElements } from './to-elements.tsx'

addPostStyle()

interface Props extends PostContext {
  tree: Root
  /** Which nodes of the tree belong to which part, in order. Their elements carry it as `data-of` and `data-role`. */
  spans?: readonly PostSpan[]
  /** The selected part. Its elements are in the page, however long the post is. */
  selected?: string | null
  /** What is shown in place of some nodes of the tree. */
  slot?: Slot | null
}

export interface Slot {
  /** The index of the first node that it replaces. */
  from: number
  /** The index after the last one. If it replaces none, it stands before the node `from`. */
  to: number
  children: ReactNode
}

/** Posts with more blocks draw only the parts that are seen. */
const LONG = 200
/** Number of blocks that are drawn together. */
const PART = 10
/** The assumed height of a part, in pixels. */
const PART_HEIGHT = 600

const noSpans: readonly PostSpan[] = []

/**
 * Shows a Markdown tree as the text of a post. A new version of the tree renders only the blocks that have changed.
 * Must be inside an element of class `post`.
 *
 * @example <Markdown tree={post.tree} photoAddress={(id) => bridge.photoAddress(trip.id, id)} openLink={openLink} />
 */
export function Markdown({ tree, spans = noSpans, selected = null, slot = null, photoAddress, openLink }: Props) {
  const { text, footnotes } = splitIntoBlocks(tree)
  const keyed = useKeys(text)
  const context = useMemo(() => ({ photoAddress, openLink }), [photoAddress, openLink])
  const parts = partsOf(text, spans)
  const shown = text.map((block, index) => ({
    block,
    key: keyed[index]?.key ?? index,
    span: parts[index] ?? null,
    isSelected: selected !== null && parts[index]?.part === selected,
  }))
  const before = slot === null ? shown : shown.filter(({ block }) => block.from < slot.from)
  const after = slot === null ? [] : shown.filter(({ block }) => block.from >= Math.max(slot.from, slot.to))
  return (
    <PostContext value={context}>
      {text.length > LONG ? (
        <>
          <Parts blocks={before} />
          {slot?.children}
          <Parts blocks={after} />
        </>
      ) : (
        // One list, so that opening the slot leaves all other elements in the page.
        [...before.map(draw), <Fragment key="slot">{slot?.children}</Fragment>, ...after.map(draw)]
      )}
      {footnotes.length > 0 && (
        <section className="footnotes" aria-label={t('post.footnotes')}>
          <ol>
            {footnotes.map((block, index) => (
              <li key={footnoteId(index + 1)} id={footnoteId(index + 1)} tabIndex={-1}>
                <BlockView block={block} span={null} isSelected={false} />
                <FootnoteReturn number={index + 1} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </PostContext>
  )
}

/** The span of each block; `null` where none is known. */
function partsOf(blocks: readonly Block[], spans: readonly PostSpan[]): (PostSpan | null)[] {
  let next = 0
  return blocks.map(({ from }) => {
    while (next < spans.length && (spans[next]?.to ?? 0) <= from) next++
    const span = spans[next]
    return span !== undefined && span.from <= from ? span : null
  })
}

interface ShownBlock {
  block: Block
  key: number
  span: PostSpan | null
  isSelected: boolean
}

const draw = ({ key, ...shown }: ShownBlock) => <BlockView key={key} {...shown} />

/** The blocks of a long text. Those that are far from what is seen are not in the page. */
function Parts({ blocks }: { blocks: readonly ShownBlock[] }) {
  const starts = Array.from({ length: Math.ceil(blocks.length / PART) }, (_, index) => index * PART)
  const selected = blocks.findIndex(({ isSelected }) => isSelected)
  return (
    <SeenParts items={starts} itemHeight={PART_HEIGHT} kept={selected === -1 ? -1 : Math.floor(selected / PART)}>
      {(from) => <div key={from}>{blocks.slice(from, from + PART).map(draw)}</div>}
    </SeenParts>
  )
}

/** The blocks of this version, with their keys from the previous version. */
function useKeys(blocks: readonly Block[]): readonly Keyed[] {
  const [state, setState] = useState<{ blocks: readonly Block[]; keyed: Keyed[]; next: number }>()
  if (state?.blocks === blocks) return state.keyed
  let next = state?.next ?? 0
  const contents = blocks.map(({ content }) => content)
  const keyed = alignKeys(state?.keyed ?? [], contents, () => next++)
  setState({ blocks, keyed, next })
  return keyed
}

type BlockViewProps = Omit<ShownBlock, 'key'>

const BlockView = memo(
  ({ block, span, isSelected }: BlockViewProps) => (
    <BlockBoundary content={block.content}>
      <BlockElements block={block} span={span} isSelected={isSelected} />
    </BlockBoundary>
  ),
  (before, after) =>
    before.block.content === after.block.content &&
    before.span?.part === after.span?.part &&
    before.span?.role === after.span?.role &&
    before.isSelected === after.isSelected,
)

/** A separate component, so that its errors reach the boundary around it. */
function BlockElements({ block, span, isSelected }: BlockViewProps) {
  return toElements(block, span && { part: span.part, role: span.role, isSelected })
}
