import { Ellipsis, GripVertical, Plus } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { formatNumber } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { arrangeByTheme, type SectionPart } from '../../electron/shared/report/arrange-report.ts'
import { recordOf } from '../../electron/shared/report/report-entry.ts'
import type { Entry, Section, Trip } from '../../electron/shared/trip.ts'
import { useMenuEntries } from '../commands/command-entries.tsx'
import { Button } from '../components/button.tsx'
import { IconButton } from '../components/icon-button.tsx'
import { LongList } from '../components/long-list.tsx'
import { Menu } from '../components/menu.tsx'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { TextField } from '../components/text-field.tsx'
import { OUTLINE_ROW_HEIGHT, OutlineRow } from './outline-row.tsx'
import type { DropPlace } from './outline-drag.ts'
import { editSections } from './outline-edits.ts'
import type { OutlineView } from './outline-actions.ts'
import { addSection, deleteSection, renameSection, stepSection } from './sections.ts'
import { stepAt } from './use-outline-keys.ts'
import './outline.css'

interface Props {
  trip: Trip
  view: OutlineView
  /** Where what is being dragged would be dropped. */
  place: DropPlace | null
}

/** The outline of a report arranged by theme: its sections, and the entries that are in no section. */
export function OutlineSections({ trip, view, place }: Props) {
  const { sections, unplaced } = arrangeByTheme(trip)
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
          {...{ part, trip, view, place }}
          isFirst={index === 0}
          isLast={index === sections.length - 1}
          isNew={addedId === part.section.id}
        />
      ))}
      {!isReadOnly && (
        <Button kind="plain" icon={<Plus aria-hidden />} className="outline-add" onPress={add}>
          {t('report.add-section')}
        </Button>
      )}
      {(unplaced.length > 0 || place !== null) && (
        <section
          className={`outline-group outline-unplaced ${isEndOf(place, null) ? 'drop-at-end' : ''}`}
          aria-label={t('report.unplaced')}
          data-section-id=""
        >
          <h3 className="outline-unplaced-head">
            {t('report.unplaced')} <span className="outline-unplaced-count">{formatNumber(unplaced.length)}</span>
          </h3>
          <p className="outline-hint">{t('report.unplaced-note')}</p>
          <Rows entries={unplaced} label={t('report.unplaced-entries')} isPlaced={false} {...{ trip, view, place }} />
        </section>
      )}
    </>
  )
}

interface SectionGroupProps extends Props {
  part: SectionPart
  isFirst: boolean
  isLast: boolean
  /** Just added, so its heading takes the focus. */
  isNew: boolean
}

function SectionGroup({ part, isFirst, isLast, isNew, ...props }: SectionGroupProps) {
  const { section, number, entries, state } = part
  const { place } = props
  const isReadOnly = useReadOnlyArea()
  const name = section.heading || t('report.section-unnamed')
  const step = (by: -1 | 1) =>
    editSections((before) => stepSection(before, section.id, by), t('report.undo.move-section'))
  const onKeyDown = (event: KeyboardEvent) => {
    const by = stepAt(event)
    if (by === null) return
    event.preventDefault()
    step(by)
  }
  const isBefore = place?.kind === 'section' && place.before === section.id
  const isAfter = place?.kind === 'section' && place.before === null && isLast
  const dropClass = isBefore ? 'drop-before' : isAfter ? 'drop-after' : isEndOf(place, section.id) ? 'drop-at-end' : ''

  return (
    <section className={`outline-group ${dropClass}`} aria-label={name} data-section-id={section.id}>
      <div className="outline-head">
        {!isReadOnly && (
          <span className="outline-grip" draggable title={t('report.section-grip')}>
            <GripVertical aria-hidden />
          </span>
        )}
        {number !== null && <span className="outline-number">{number}.</span>}
        <TextField
          label={t('report.heading-of', { name })}
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
        {!isReadOnly && <SectionMenu section={section} name={name} isFirst={isFirst} isLast={isLast} onStep={step} />}
      </div>
      {entries.length === 0 && (
        <p className="outline-hint outline-hint-row">
          {t(state === 'left-out' ? 'report.section-left-out' : 'report.section-empty')}
        </p>
      )}
      <Rows entries={entries} label={t('report.entries-of', { name })} isPlaced {...props} />
    </section>
  )
}

interface SectionMenuProps {
  section: Section
  name: string
  isFirst: boolean
  isLast: boolean
  onStep: (by: -1 | 1) => void
}

function SectionMenu({ section, name, isFirst, isLast, onStep }: SectionMenuProps) {
  const label = t('report.section-more', { name })
  const remove = () => editSections((before) => deleteSection(before, section.id), t('report.undo.delete-section'))
  const parts = {
    'move-up': { when: () => !isFirst, run: () => onStep(-1) },
    'move-down': { when: () => !isLast, run: () => onStep(1) },
    'delete-section': { run: remove },
  }
  return (
    <Menu
      label={label}
      trigger={<IconButton label={label} icon={<Ellipsis aria-hidden />} />}
      items={useMenuEntries(parts, ['move-up', 'move-down', 'delete-section'], undefined)}
    />
  )
}

interface RowsProps extends Props {
  entries: readonly Entry[]
  label: string
  /** Whether they are in a section. */
  isPlaced: boolean
}

function Rows({ entries, label, isPlaced, trip, view, place }: RowsProps) {
  if (entries.length === 0) return null
  return (
    <LongList
      label={label}
      items={entries}
      itemHeight={OUTLINE_ROW_HEIGHT}
      kept={entries.findIndex(({ id }) => id === view.currentId)}
    >
      {(entry, at) => (
        <OutlineRow
          key={entry.id}
          entry={entry}
          record={recordOf(trip.report, entry.id)}
          timeZone={trip.timeZone}
          hasPlace={isPlaced}
          byTheme
          isOpen={view.openIds.has(entry.id)}
          isCurrent={view.currentId === entry.id}
          isDropPlace={place?.kind === 'entry' && place.before === entry.id}
          place={at}
          actions={view.actions}
        />
      )}
    </LongList>
  )
}

function isEndOf(place: DropPlace | null, sectionId: string | null): boolean {
  return place?.kind === 'entry' && place.sectionId === sectionId && place.before === null
}
