import { useEffect, useId, useRef } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { ConflictSide, SiteConflict } from '../../electron/shared/destinations.ts'
import { describeSide, nameOfSiteConflict } from '../../electron/shared/format-site-conflict.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { Button } from '../components/button.tsx'
import type { Decisions } from './decisions.ts'
import './site-conflicts.css'

interface Props {
  decisions: Decisions
  /** @param id of a conflict; `null` for all of them */
  onDecide: (side: ConflictSide, id: string | null) => void
}

/**
 * What was changed both in the site and in the report, with a choice for each conflict. Takes the focus, so that screen
 * readers read it.
 */
export function SiteConflicts({ decisions, onDecide }: Props) {
  const { conflicts, sides, again } = decisions
  const heading = useRef<HTMLParagraphElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const count = conflicts.length
  return (
    <>
      <p ref={heading} tabIndex={-1} className="site-conflicts-head">
        {again === null ? t('destination.conflicts', { count }) : t(`destination.conflicts-${again}`)}
      </p>
      {count > 1 && (
        <fieldset className="site-conflicts-all" aria-label={t('destination.for-all', { count })}>
          <span aria-hidden>{t('destination.for-all', { count })}</span>
          <Button onPress={() => onDecide('theirs', null)}>{t('destination.keep-theirs')}</Button>
          <Button onPress={() => onDecide('ours', null)}>{t('destination.take-ours')}</Button>
        </fieldset>
      )}
      <ol className="site-conflicts">
        {conflicts.map((conflict, index) => (
          <li key={conflict.id}>
            <SiteConflictChoice
              conflict={conflict}
              number={index + 1}
              side={sides[conflict.id] ?? null}
              onDecide={(side) => onDecide(side, conflict.id)}
            />
          </li>
        ))}
      </ol>
    </>
  )
}

interface ConflictProps {
  conflict: SiteConflict
  /** Its place in the list, from 1. */
  number: number
  side: ConflictSide | null
  onDecide: (side: ConflictSide) => void
}

function SiteConflictChoice({ conflict, number, side, onDecide }: ConflictProps) {
  return (
    <RadioGroup
      className="site-conflict"
      orientation="horizontal"
      isRequired
      validationBehavior="aria"
      value={side}
      onChange={(chosen) => onDecide(chosen === 'theirs' ? 'theirs' : 'ours')}
    >
      <Label className="site-conflict-name">
        {t('destination.conflict.numbered', { number, name: nameOfSiteConflict(conflict) })}
      </Label>
      <div className="site-conflict-sides">
        <Side side="theirs" label={t('destination.keep-theirs')} conflict={conflict} />
        <Side side="ours" label={t('destination.take-ours')} conflict={conflict} />
      </div>
    </RadioGroup>
  )
}

/** One side of a conflict. The words that the other side does not have are marked. */
function Side({ side, label, conflict }: { side: ConflictSide; label: string; conflict: SiteConflict }) {
  const id = useId()
  const hidden = side === 'theirs' ? 'added' : 'removed'
  const segments = conflict.words
    .map(({ kind, text }, index) => ({ kind, text, key: `${index} ${kind}` }))
    .filter(({ kind }) => kind !== hidden)
  const isAlone = segments.every(({ kind }) => kind !== 'same')
  // If everything differs, marks say nothing; spaces between words that differ need no gap.
  const isPlain = ({ kind, text }: (typeof segments)[number]) => isAlone || (kind === 'same' && text.trim() !== '')
  return (
    <Radio value={side} className="site-conflict-side" aria-label={label} aria-describedby={id}>
      <span className="site-conflict-label">
        <span className="site-conflict-mark" aria-hidden />
        {label}
      </span>
      {segments.length === 0 ? (
        <span id={id} className="quiet">
          {describeSide(side, conflict)}
        </span>
      ) : (
        <span id={id} className="site-conflict-text" dir="auto" data-verbatim>
          {segments.map((segment) => (isPlain(segment) ? segment.text : <mark key={segment.key}>{segment.text}</mark>))}
        </span>
      )}
    </Radio>
  )
}
