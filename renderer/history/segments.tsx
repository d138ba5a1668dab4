import type { Segment } from '../../electron/shared/history.ts'
import { assertNever } from '../../electron/shared/result.ts'
import './differences.css'

export interface SegmentsProps {
  segments: readonly Segment[]
  /** How a stretch is written, where that is not as it is stored. */
  say?: (text: string) => string
}

function Stretch({ segment, say }: { segment: Segment; say: (text: string) => string }) {
  const { kind } = segment
  const text = say(segment.text)
  switch (kind) {
    case 'same':
      return text
    case 'added':
      return (
        <ins className="added">
          <span className="visually-hidden">Added: </span>
          {text}
          <span className="visually-hidden"> End of what was added. </span>
        </ins>
      )
    case 'removed':
      return (
        <del className="removed">
          <span className="visually-hidden">Removed: </span>
          {text}
          <span className="visually-hidden"> End of what was removed. </span>
        </del>
      )
    default:
      return assertNever(kind)
  }
}

const asStored = (text: string) => text

/** A text with what differs in it: underlined what came, struck through what went, and told to who cannot see it. */
export function Segments({ segments, say = asStored }: SegmentsProps) {
  const keyed = segments.map((segment, index) => ({ segment, key: `${index} ${segment.kind}` }))
  return keyed.map(({ segment, key }) => <Stretch key={key} segment={segment} say={say} />)
}
