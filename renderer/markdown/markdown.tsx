import type { Root } from 'mdast'
import { memo, useMemo, useState } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
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
      {text.map((block, index) => (
        <BlockView key={keyed[index]?.key} block={block} />
      ))}
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
