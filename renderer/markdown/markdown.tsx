import type { Root } from 'mdast'
import { memo, useMemo, useState } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import { SeenParts } from '../components/seen-parts.tsx'
import { alignKeys, type Keyed } from './align-keys.ts'
import { BlockBoundary } from './block-boundary.tsx'
import { splitIntoBlocks, type Block } from './blocks.ts'
import { PostContext } from './post-context.ts'
import { FootnoteReturn, footnoteId } from './post-link.tsx'
import './markdown.css'
import { toElements } from './to-elements.tsx'

interface Props extends PostContext {
  tree: Root
}

/** Posts with more blocks draw only the parts that are seen. */
const LONG = 200
/** Number of blocks that are drawn together. */
const PART = 10
/** The assumed height of a part, in pixels. */
const PART_HEIGHT = 600

/**
 * Shows a Markdown tree as the text of a post. A new version of the tree renders only the blocks that have changed.
 * Must be inside an element of class `post`.
 *
 * @example <Markdown tree={post.tree} photoAddress={(id) => bridge.photoAddress(trip.id, id)} openLink={openLink} />
 */
export function Markdown({ tree, photoAddress, openLink }: Props) {
  const { text, footnotes } = splitIntoBlocks(tree)
  const keyed = useKeys(text)
  const context = useMemo(() => ({ photoAddress, openLink }), [photoAddress, openLink])
  return (
    <PostContext value={context}>
      {text.length > LONG ? <Parts blocks={text} keyed={keyed} /> : <Part blocks={text} keyed={keyed} />}
      {footnotes.length > 0 && (
        <section className="footnotes" aria-label={t('post.footnotes')}>
          <ol>
            {footnotes.map((block, index) => (
              <li key={footnoteId(index + 1)} id={footnoteId(index + 1)} tabIndex={-1}>
                <BlockView block={block} />
                <FootnoteReturn number={index + 1} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </PostContext>
  )
}

interface PartProps {
  blocks: readonly Block[]
  keyed: readonly Keyed[]
}

function Part({ blocks, keyed }: PartProps) {
  return blocks.map((block, index) => <BlockView key={keyed[index]?.key} block={block} />)
}

/** The blocks of a long text. Those that are far from what is seen are not in the page. */
function Parts({ blocks, keyed }: PartProps) {
  const starts = Array.from({ length: Math.ceil(blocks.length / PART) }, (_, index) => index * PART)
  return (
    <SeenParts items={starts} itemHeight={PART_HEIGHT}>
      {(from) => (
        <div key={from}>
          <Part blocks={blocks.slice(from, from + PART)} keyed={keyed.slice(from, from + PART)} />
        </div>
      )}
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

const BlockView = memo(
  ({ block }: { block: Block }) => (
    <BlockBoundary content={block.content}>
      <BlockElements block={block} />
    </BlockBoundary>
  ),
  (before, after) => before.block.content === after.block.content,
)

/** A separate component, so that its errors reach the boundary around it. */
function BlockElements({ block }: { block: Block }) {
  return toElements(block)
}
