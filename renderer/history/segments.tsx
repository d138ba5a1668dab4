import type { Segment } from '../../electron/shared/history.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { assertNever } from '../../electron/shared/result.ts'
import './differences.css'

export interface SegmentsProps {
  segments: readonly Segment[]
  /** Converts stored text for display. */
  format?: (text: string) => string
}

function SegmentView({ segment, format }: { segment: Segment; format: (text: string) => string }) {
  const { kind } = segment
  const text = format(segment.text)
  switch (kind) {
    case 'same':
      return text
    case 'added':
      return (
        <ins className="added">
          <span className="visually-hidden">{t('history.segment.added')} </span>
          {text}
          <span className="visually-hidden"> {t('history.segment.added-end')} </span>
        </ins>
      )
    case 'removed':
      return (
        <del className="removed">
          <span className="visually-hidden">{t('history.segment.removed')} </span>
          {text}
          <span className="visually-hidden"> {t('history.segment.removed-end')} </span>
        </del>
      )
    default:
      return assertNever(kind)
  }
}

const asStored = (text: string) => text

/** A text with its differences: added words are underlined, removed words struck through, and screen readers announce both. */
export function Segments({ segments, format = asStored }: SegmentsProps) {
  const keyed = segments.map((segment, index) => ({ segment, key: `${index} ${segment.kind}` }))
  return keyed.map(({ segment, key }) => <SegmentView key={key} segment={segment} format={format} />)
}
