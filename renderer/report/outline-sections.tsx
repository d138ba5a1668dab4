import { Plus } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { formatNumber } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { arrangeByTheme, entryNumbers, type SectionPart } from '../../electron/shared/report/arrange-report.ts'
import { sectionPart } from '../../electron/shared/report/post-places.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { Button } from '../components/button.tsx'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { TextField } from '../components/text-field.tsx'
import { BeginWith } from './begin-with.tsx'
import type { OutlineView } from './outline-actions.ts'
import type { DropPlace } from './outline-drag.ts'
import { editSections } from './outline-edits.ts'
import { OutlineFold } from './outline-fold.tsx'
import { OutlineRows } from './outline-rows.tsx'
import { sectionName } from './part-text.ts'
import { SectionMenu } from './section-menu.tsx'
import { addSection, renameSection, stepSection } from './sections.ts'
import { stepAt } from './use-outline-keys.ts'
import './outline.css'

interface Props {
  trip: Trip
  view: OutlineView
  /** Where what is being dragged would be dropped. */
  place: DropPlace | null
}

/** The sections of a report that is arranged by theme. */
export function OutlineSections({ trip, view, place }: Props) {
  const { sections } = arrangeByTheme(trip)
  const isReadOnly = useReadOnlyArea()
  const [addedId, setAddedId] = useState<string | null>(null)
  const add = () => {
    const id = crypto.randomUUID()
    setAddedId(id)
    editSections((before) => addSection(before, id, ''), t('report.undo.add-section'))
  }
  return (
    <>
      {sections.length === 0 && <p className="outline-hint">{t('report.sections-note')}</p>}
      {sections.map((part, index) => (
        <SectionGroup
          key={part.section.id}
          {...{ part, index, trip, view, place }}
          isLast={index === sections.length - 1}
          isNew={addedId === part.section.id}
        />
      ))}
      {!isReadOnly && (
        <div className="outline-add">
          <Button kind="plain" icon={<Plus aria-hidden />} className="outline-add-button" onPress={add}>
            {t('report.add-section')}
          </Button>
          <BeginWith trip={trip} isFirst={sections.length === 0} />
        </div>
      )}
    </>
  )
}

interface SectionGroupProps extends Props {
  part: SectionPart
  index: number
  isLast: boolean
  /** Just added, so its heading takes the focus. */
  isNew: boolean
}

function SectionGroup({ part, index, isLast, isNew, trip, view, place }: SectionGroupProps) {
  const { section, number, entries, state } = part
  const isReadOnly = useReadOnlyArea()
  const name = sectionName(section)
  const id = sectionPart(section.id)
  const isFolded = view.folded.has(id)
  const step = (by: -1 | 1) =>
    editSections((before) => stepSection(before, section.id, by), t('report.undo.move-section'))
  const onKeyDown = (event: KeyboardEvent) => {
    const by = stepAt(event)
    if (by === null) return
    event.preventDefault()
    step(by)
  }

  return (
    <section
      className={`outline-group ${dropClass(place, section.id, isLast)}`}
      aria-label={name}
      data-section-id={section.id}
      data-part={id}
    >
      <div className={`outline-head ${view.selected === id ? 'outline-head-selected' : ''}`}>
        <span className="outline-handle" draggable={!isReadOnly}>
          <OutlineFold
            name={name}
            isFolded={isFolded}
            count={entries.length}
            onToggle={() => view.actions.toggleFold(id)}
          />
        </span>
        {number !== null && <span className="outline-number">{number}.</span>}
        <TextField
          label={t('report.heading-of', { name })}
          spellCheck="true"
          hideLabel
          isBare
          className="outline-heading"
          inputClassName="outline-heading-input"
          placeholder={t('report.section-heading')}
          value={section.heading}
          onChange={(heading) => editSections((before) => renameSection(before, section.id, heading))}
          onKeyDown={onKeyDown}
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={isNew}
        />
        {index < 9 && (
          <kbd className="outline-key" title={t('report.section-key', { key: formatNumber(index + 1) })} aria-hidden>
            {formatNumber(index + 1)}
          </kbd>
        )}
        {!isReadOnly && (
          <SectionMenu
            {...{ section, name, isLast }}
            isFirst={index === 0}
            onStep={step}
            onText={() => view.actions.edit(id, 'text')}
          />
        )}
      </div>
      {entries.length === 0 && !isFolded && (
        <p className="outline-hint outline-hint-row">
          {t(state === 'left-out' ? 'report.section-left-out' : 'report.section-empty')}
        </p>
      )}
      {!isFolded && (
        <OutlineRows
          label={t('report.entries-of', { name })}
          entries={entries}
          numbers={entryNumbers(trip.report, section, entries)}
          hasPlace
          drop={place}
          {...{ trip, view }}
        />
      )}
    </section>
  )
}

function dropClass(place: DropPlace | null, sectionId: string, isLast: boolean): string {
  if (place?.kind === 'section' && place.before === sectionId) return 'drop-before'
  if (place?.kind === 'section' && place.before === null && isLast) return 'drop-after'
  return isEndOf(place, sectionId) ? 'drop-at-end' : ''
}

/** Whether an entry would be dropped at the end of a section; `null` for the entries in no section. */
export function isEndOf(place: DropPlace | null, sectionId: string | null): boolean {
  return place?.kind === 'entry' && place.sectionId === sectionId && place.before === null
}
