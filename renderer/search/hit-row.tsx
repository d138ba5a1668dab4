import { BookOpen, FileText } from 'lucide-react'
import { Fragment, memo } from 'react'
import { formatDate } from '../../electron/shared/messages/format.ts'
import { listOf, render, t } from '../../electron/shared/messages/translate.ts'
import { unnamedEntry } from '../../electron/shared/entries/entry-name.ts'
import type { Hit } from '../../electron/shared/search.ts'
import { KindIcon } from '../journal/kind-icon.tsx'
import './hit-row.css'

export interface HitRowProps {
  id: string
  index: number
  hit: Hit
  isMarked: boolean
  /** Whether the hits are of one trip only, whose name goes without saying. */
  isInTrip: boolean
  onMark: (index: number) => void
  onChoose: (hit: Hit) => void
}

/** A hit: what it leads to, where that is, and the sentence with the words that were found. */
export const HitRow = memo(function HitRow({ id, index, hit, isMarked, isInTrip, onMark, onChoose }: HitRowProps) {
  return (
    // The field has the focus and the keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      aria-selected={isMarked}
      className="hit"
      onPointerMove={isMarked ? undefined : () => onMark(index)}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onChoose(hit)}
    >
      <span className="hit-icon">
        <HitIcon hit={hit} />
      </span>
      <span className="hit-title">{titleOf(hit)}</span>
      <span className="hit-place">{placeOf(hit, isInTrip)}</span>
      {hit.sentence !== '' && (
        <span className="hit-sentence">
          <Marked text={hit.sentence} marks={hit.sentenceMarks} />
        </span>
      )}
    </div>
  )
})

function HitIcon({ hit: { kind, place } }: { hit: Hit }) {
  if (kind !== null) return <KindIcon kind={kind} />
  return place === 'report' ? <FileText aria-hidden /> : <BookOpen aria-hidden />
}

function titleOf({ title, titleMarks, kind, place }: Hit) {
  if (title !== '') return <Marked text={title} marks={titleMarks} />
  if (kind !== null) return render(unnamedEntry(kind))
  return place === 'report' ? t('search.report') : ''
}

function placeOf({ place, tripTitle, day, title }: Hit, isInTrip: boolean): string {
  const parts = [
    place === 'report' && title !== '' ? t('search.report') : '',
    isInTrip || place === 'trip' ? '' : tripTitle,
    day === null ? '' : formatDate(day, isInTrip ? 'without-year' : 'long'),
  ]
  return listOf(
    parts.filter((part) => part !== ''),
    'unit',
  )
}

/** A text in which the words that were found are marked. */
function Marked({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) {
  return (
    <bdi>
      {marks.map(([from, to], index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={index}>
          {text.slice(marks[index - 1]?.[1] ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </bdi>
  )
}
